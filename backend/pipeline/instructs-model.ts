import { fold } from './escalation/fold.ts';
import { compileOrders, isDisguised, undisguise, undisguised } from './instructs-model/compile.ts';
import { de } from './instructs-model/de.ts';
import { en } from './instructs-model/en.ts';
import { es } from './instructs-model/es.ts';
import { FORGED } from './instructs-model/forged.ts';
import { fr } from './instructs-model/fr.ts';
import { ja } from './instructs-model/ja.ts';
import { pt } from './instructs-model/pt.ts';
import { clip } from './preprocess/clip.ts';

/** Beyond this the patterns would take longer than they may. */
const CHARACTERS = 40_000;
const BOOKS = [en, es, fr, de, pt, ja];
const PLAIN = BOOKS.flatMap(compileOrders);
const UNDISGUISED = BOOKS.filter(({ spaced }) => spaced).flatMap((orders) => compileOrders(undisguised(orders)));

const foldLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => fold(line).text)
    .join('\n');

/**
 * Whether a text speaks to a model rather than to people: sets its instructions aside, gives it another part, asks for
 * its prompt, forges who speaks or fills in its answer. A hint for the agent on which nothing depends.
 */
export function instructsModel(text: string): boolean {
  const folded = foldLines(clip(text, CHARACTERS).text);
  if (FORGED.some((sign) => sign.test(folded)) || PLAIN.some((order) => order.test(folded))) return true;
  if (!isDisguised(folded)) return false;
  const meant = undisguise(folded);
  return UNDISGUISED.some((order) => order.test(meant));
}
