import { KINDS } from '../../backend/contract/masking.ts';
import type { Draft } from '../../backend/contract/triage.ts';
import type { KnowledgeItem } from '../../backend/ports/knowledge.ts';
import type { Vault } from '../../backend/ports/masker.ts';
import type { Escape } from './effects.ts';

const LINK = /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>()"'”’]{1,300}/giu;
const ADDRESS = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/gu;
const FIGURE = /\p{N}[\p{N}.,:/-]{0,40}/gu;
const PLACEHOLDER = new RegExp(`\\[(?:${KINDS.join('|')})(?:_\\d{1,6})?\\]`, 'g');
/** `1. Open the page`, `Step 2: open it`: a step's number says nothing. */
const NUMBERING = /^\s{0,4}(?:step )?\d{1,2}[.):]\s/iu;
/** Only what nobody says without meaning it, a line for each kind; the product's own list is longer. */
const PROMISES: readonly RegExp[] = [
  /full refund|money back|refund you|reembols|devolveremos|rembours|erstatt|estorn|返金|全額/iu,
  /guarantee|garantiz|garantiss|garantie|garanti\b|garantimos|garantid|保証/iu,
  /compensat|indemniz|dédommag|entschädig|indeniz|補償/iu,
  /we promise|prometemos|nous promettons|wir versprechen|お約束/iu,
  /free of charge|kostenlos|sin coste alguno|à titre gracieux|sem custo algum|無償/iu,
];

const isQuestion = (text: string): boolean => /[?？]["'”’»)\]]{0,3}\s*$/u.test(text);
const bare = (found: string): string => found.replace(/(?<![^\p{L}\p{N}])[^\p{L}\p{N}]{1,20}$/u, '').toLowerCase();

/** What a reply may lean on: articles and approved answers that were found, and the account's policy. */
export const supportOf = (items: readonly KnowledgeItem[], policy: readonly string[]): string =>
  [
    ...items
      .filter(({ kind, gold }) => kind === 'article' || gold)
      .flatMap(({ title, question, answer, url }) => [title, question, answer, url ?? '']),
    ...policy,
  ]
    .join('\n')
    .normalize('NFKC');

/** What the sentences that stay in a draft say without support. Simple on purpose, and no part of the product. */
export function findDraftEscapes(draft: Pick<Draft, 'parts'>, support: string, vault: Vault): Escape[] {
  return draft.parts.flatMap(({ text, struck }) => (struck === null ? ofSentence(text, support, vault) : []));
}

function ofSentence(text: string, support: string, vault: Vault): Escape[] {
  const known = support.toLowerCase();
  const said = text.replaceAll(PLACEHOLDER, ' ').normalize('NFKC').replace(NUMBERING, '');
  const lacking = (pattern: RegExp) => (said.match(pattern) ?? []).find((found) => !known.includes(bare(found)));
  const foreign = (text.match(PLACEHOLDER) ?? []).find((placeholder) => !Object.hasOwn(vault, placeholder));
  const promise = PROMISES.find((words) => words.test(said) && !words.test(support));
  const found: [Escape['effect'], string | undefined][] = [
    ['draft_placeholder', foreign],
    ['draft_link', lacking(LINK)],
    ['draft_address', lacking(ADDRESS)],
    // A question asserts nothing.
    ['draft_figure', isQuestion(said) ? undefined : lacking(FIGURE)],
    ['draft_promise', isQuestion(said) ? undefined : promise?.exec(said)?.[0]],
  ];
  return found.flatMap(([effect, words]) =>
    words === undefined ? [] : [{ effect, words: `${words}: ${text.trim()}` }],
  );
}
