import type { Classification, Draft, DraftPart } from '../contract/triage.ts';
import type { DraftInput, MaskedText, RawDraft } from '../ports/engine.ts';
import type { MaskingPolicy, Vault } from '../ports/masker.ts';
import type { ReplyRules } from '../ports/reply-rules.ts';
import type { Ticket } from '../ports/ticket.ts';
import { composeParts, frameReply, questionIn, toText } from './compose-reply.ts';
import { type Climbing, climb } from './ladder.ts';
import type { FoundPassage } from './read-passages.ts';
import type { Reader } from './reader.ts';
import { isScant } from './scant-words.ts';

export type DraftParts = {
  climbing: Climbing;
  reader: Pick<Reader, 'checkDraft'>;
  reply: ReplyRules;
  masking: MaskingPolicy;
};

type ToDraft = {
  subject: MaskedText;
  text: MaskedText;
  language: string;
  classification: Classification;
  found: readonly FoundPassage[];
  vault: Vault;
  ticket: Pick<Ticket, 'requester' | 'people'>;
};

const LONGEST = 8000;
const MOST_PARTS = 76;
const MOST_SOURCES = 10;

/** A letter is so long and no longer: what comes after is left out. */
function fitting({ sentences }: RawDraft): RawDraft['sentences'] {
  let length = 0;
  return sentences.slice(0, MOST_PARTS).filter(({ text }) => {
    length += text.length;
    return text.trim() !== '' && length <= LONGEST - 500;
  });
}

/** An urgency that wants a look is no reason to ask the customer what the ticket is about. */
const isUnclear = ({ unsure, needsReview }: Classification): boolean =>
  unsure.includes('category') || (needsReview && unsure.length === 0);

const stays = ({ struck }: DraftPart): boolean => struck === null;
const isAnswer = (part: DraftPart): boolean => stays(part) && part.sourceId !== null;
const isQuestion = (part: DraftPart): boolean => stays(part) && /[?？]/.test(part.text);

/** Wishes that an answer has helped, which make no sense where there is none. */
const WISHES = /hope|helps|hilft|weiter|aide|espérons|ayude|espero|esperamos|ajude|役に立/iu;

/** When nothing of an answer is left, a question takes its place. */
function askInstead(body: readonly DraftPart[], language: string): DraftPart[] {
  const last = body.findLastIndex((part) => !stays(part));
  const left = body.filter((part, index) => !stays(part) || index < last || !WISHES.test(part.text));
  const ending = left.length - 1;
  const parted = left.map((part, index) => (index === ending ? { ...part, text: `${part.text.trimEnd()}\n\n` } : part));
  const question = questionIn(language);
  return question === null ? parted : [...parted, { text: question, sourceId: null, quote: null, struck: null }];
}

function toDraft(
  body: readonly DraftPart[],
  language: string,
  frame: { greeting: string | null; signOff: string | null },
): Omit<Draft, 'decidedBy'> | null {
  const answers = body.some(isAnswer);
  const isEmptied = !answers && body.some((part) => !stays(part)) && !body.some(isQuestion);
  const said = isEmptied ? askInstead(body, language) : body;
  if (!said.some(stays)) return null;
  const parts = composeParts(said, frame);
  const text = toText(parts);
  if (text.length > LONGEST) return null;
  const sourceIds = [...new Set(body.filter(isAnswer).flatMap(({ sourceId }) => sourceId ?? []))];
  return {
    kind: answers ? 'reply' : 'clarifying',
    text,
    language,
    parts,
    sourceIds: sourceIds.slice(0, MOST_SOURCES),
  };
}

/**
 * Drafts a reply from what may feed one, or a clarifying question where a human has to decide first, where the customer has not
 * said what the matter is, or where nothing was found.
 * What an engine says without support is struck and shown as such; null when no engine did, or nothing of it is left.
 * `vault`: with the requester's name, for the greeting.
 */
export async function draft(
  { found, vault, ticket, classification, ...reading }: ToDraft,
  { climbing, reader, reply, masking }: DraftParts,
): Promise<{ draft: Draft | null; vault: Vault }> {
  const passages = found.filter(({ feeds }) => feeds).map(({ passage }) => passage);
  const clarify = isUnclear(classification) || isScant(reading.subject, reading.text) || passages.length === 0;
  const { category, urgency, sentiment } = classification;
  const request: DraftInput = { ...reading, category, urgency, sentiment, passages, clarify };
  const { step } = await climb(climbing, (engine, signal) => engine.draft(request, signal));
  if (!step) return { draft: null, vault };
  const body = await reader.checkDraft({
    sentences: fitting(step.value),
    language: reading.language,
    passages: clarify ? [] : passages,
    policy: reply.policy,
    products: reply.products,
    own: { vault, emails: ticket.people.flatMap(({ email }) => email?.toLowerCase() ?? []), policy: masking },
  });
  const frame = frameReply({ language: reading.language, requester: ticket.requester, vault }, reply);
  const made = body && toDraft(body, reading.language, frame);
  return made ? { draft: { ...made, decidedBy: step.engine.name }, vault: frame.vault } : { draft: null, vault };
}
