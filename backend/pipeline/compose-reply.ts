import type { DraftPart } from '../contract/triage.ts';
import type { Vault } from '../ports/masker.ts';
import type { ReplyRules } from '../ports/reply-rules.ts';
import type { Person } from '../ports/ticket.ts';

type Words = { greeting: string; toSomebody: string; signOff: string; question: string };

/** The product's own, until a tenant says otherwise. The question is asked where no answer is left. */
const WORDS: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    en: {
      greeting: 'Hello,',
      toSomebody: 'Hello {name},',
      signOff: 'Kind regards',
      question: 'So that we can help you properly, could you describe in a little more detail what you need?',
    },
    es: {
      greeting: 'Hola:',
      toSomebody: 'Hola, {name}:',
      signOff: 'Un saludo',
      question: '¿Podría describir con un poco más de detalle lo que necesita, para que podamos ayudarle bien?',
    },
    fr: {
      greeting: 'Bonjour,',
      toSomebody: 'Bonjour {name},',
      signOff: 'Cordialement',
      question: 'Afin de bien vous aider, pourriez-vous décrire un peu plus précisément ce dont vous avez besoin ?',
    },
    de: {
      greeting: 'Guten Tag!',
      toSomebody: 'Guten Tag {name}!',
      signOff: 'Freundliche Grüße',
      question: 'Damit wir Ihnen gut helfen können: Könnten Sie etwas genauer beschreiben, was Sie brauchen?',
    },
    pt: {
      greeting: 'Olá,',
      toSomebody: 'Olá, {name},',
      signOff: 'Atenciosamente',
      question: 'Para que possamos ajudar bem, poderia descrever com um pouco mais de detalhe o que precisa?',
    },
    ja: {
      greeting: 'お問い合わせいただき、ありがとうございます。',
      toSomebody: '{name} 様\nお問い合わせいただき、ありがとうございます。',
      signOff: 'どうぞよろしくお願いいたします。',
      question: '適切にご案内するため、ご用件をもう少し詳しくお聞かせいただけますでしょうか。',
    },
  }),
);

const NAME = '{name}';
/** A person's, and not a sentence, a number or an address that somebody gave as a name. */
const PERSONAL = /^[\p{L}\p{M}][\p{L}\p{M}'’ .・-]{0,58}$/u;
const MOST_WORDS = 4;
const baseOf = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? '';

/** The question that asks for what is missing; null in a language that we do not write. */
export const questionIn = (language: string): string | null => WORDS.get(baseOf(language))?.question ?? null;

function nameOf({ name }: Person): string | null {
  const plain = name?.normalize('NFC').trim().replace(/\s+/g, ' ') ?? '';
  const isPersonal = PERSONAL.test(plain) && plain.split(' ').length <= MOST_WORDS && !/\.\p{L}{2}/u.test(plain);
  return isPersonal ? plain : null;
}

/** The placeholder of a name in this ticket's vault, which it joins when it is not there yet. */
function placeholderFor(name: string, vault: Vault): { placeholder: string; vault: Vault } {
  const names = Object.entries(vault).filter(([placeholder]) => placeholder.startsWith('[NAME_'));
  const known = names.find(([, value]) => value.toLowerCase() === name.toLowerCase())?.[0];
  if (known) return { placeholder: known, vault };
  const highest = Math.max(0, ...names.map(([placeholder]) => Number(/\d{1,6}/.exec(placeholder)?.[0] ?? 0)));
  const placeholder = `[NAME_${highest + 1}]`;
  return { placeholder, vault: { ...vault, [placeholder]: name } };
}

/** How a letter to the requester begins and ends; the name stands as this ticket's own placeholder. */
export function frameReply(
  { language, requester, vault }: { language: string; requester: Person; vault: Vault },
  rules: Pick<ReplyRules, 'greeting' | 'signOff'>,
): { greeting: string | null; signOff: string | null; vault: Vault } {
  const base = baseOf(language);
  const words = WORDS.get(base);
  const signOff = rules.signOff[base] ?? words?.signOff ?? null;
  const name = nameOf(requester);
  const own = rules.greeting[base];
  if (own !== undefined && !own.includes(NAME)) return { greeting: own, signOff, vault };
  // Without a name the tenant's "Dear {name}," would greet nobody.
  if (name === null) return { greeting: words?.greeting ?? null, signOff, vault };
  const greeting = own ?? words?.toSomebody;
  if (greeting === undefined) return { greeting: null, signOff, vault };
  const named = placeholderFor(name, vault);
  return { greeting: greeting.replaceAll(NAME, named.placeholder), signOff, vault: named.vault };
}

const BETWEEN = '\n\n';
const plain = (text: string): DraftPart => ({ text, sourceId: null, quote: null, struck: null });

/** The letter in its parts: greeting, body, sign-off. */
export function composeParts(
  body: readonly DraftPart[],
  { greeting, signOff }: { greeting: string | null; signOff: string | null },
): DraftPart[] {
  const parts = [...body];
  const last = parts.at(-1);
  if (last && signOff !== null) parts[parts.length - 1] = { ...last, text: last.text.trimEnd() + BETWEEN };
  return [
    ...(greeting === null ? [] : [plain(greeting + BETWEEN)]),
    ...parts,
    ...(signOff === null ? [] : [plain(signOff)]),
  ];
}

const newlinesAtEnd = (text: string): number => text.slice(text.trimEnd().length).replace(/[^\n]/g, '').length;

/** What an agent would insert: the parts that stay, without the gaps that the struck ones leave. */
export function toText(parts: readonly DraftPart[]): string {
  let kept = '';
  // A line or paragraph ends where it ended, although its last sentence is gone; one that is gone whole leaves no blank line.
  for (const { text, struck } of parts)
    kept += struck === null ? text : '\n'.repeat(Math.max(0, newlinesAtEnd(text) - newlinesAtEnd(kept.slice(-20))));
  return kept
    .replace(/[^\S\n]{1,20}\n/g, '\n')
    .replace(/\n{3,}/g, BETWEEN)
    .trim();
}
