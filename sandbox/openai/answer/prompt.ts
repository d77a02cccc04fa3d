import { type ChatRequest, wordsOf } from '../chat/request.ts';
import { isRecord } from '../schema/json-schema.ts';
import { blocksIn, withoutBlocks } from './blocks.ts';
import { embeddedJson } from './embedded-json.ts';
import { askedLanguage, detectLanguage, type Language } from './language.ts';
import { type Passage, passagesIn, withoutPassages } from './passages.ts';

/** What a stand-in makes of the messages of a request. */
export type Prompt = {
  /** All messages, one after the other. */
  whole: string;
  /** The customer's subject and words. */
  ticket: string;
  passages: Passage[];
  /** The language to answer in. */
  language: Language;
  /** Whether the instructions ask for a question instead of an answer. */
  clarify: boolean;
  /** Whether the instructions want a reply without greeting and sign-off. */
  bare: boolean;
  /** How many tokens the answer may have. */
  limit: number;
};

const TICKET_TAGS = 'ticket|customer_message|customer|message|conversation|email|text|body';
const CLARIFY = /\bclarify(?:ing)?\b["']?\s*[:=]\s*["']?(?:true|yes)|^\s*ask for clarification\b/im;
const BARE = /\bno (?:greeting|salutation)\b/i;
const TEXT_FIELDS = ['text', 'body', 'message', 'description', 'content', 'comment'];

function textOfRecord(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!isRecord(value)) return '';
  const inner = isRecord(value.ticket) ? value.ticket : value;
  const body = TEXT_FIELDS.map((field) => inner[field]).find((field) => typeof field === 'string');
  return [inner.subject, body].filter((part) => typeof part === 'string' && part).join('\n');
}

function ticketIn(message: string): string {
  const bare = withoutPassages(message);
  const tagged = blocksIn(bare, TICKET_TAGS)[0]?.inner;
  if (tagged !== undefined) {
    const subject = blocksIn(bare, 'subject')[0]?.inner ?? '';
    const text = withoutBlocks(tagged, 'subject').replace(/<[^<>]{0,200}>/g, ' ');
    return [subject.trim(), text.trim()].filter(Boolean).join('\n');
  }
  const fromJson = embeddedJson(bare).map(textOfRecord).find(Boolean);
  return (fromJson ?? bare.replace(/^\s*(?:subject|ticket|message)\s*:/gim, '')).trim();
}

/** The language that a JSON prompt names at its top, not one of the passages'. */
function languageField(message: string): Language | null {
  const [top] = embeddedJson(message).filter(isRecord);
  const named = Object.entries(top ?? {}).find(([key, value]) => /lang|locale/i.test(key) && typeof value === 'string');
  return named ? askedLanguage(`language: ${named[1]}`) : null;
}

export function readPrompt(request: ChatRequest): Prompt {
  const texts = request.messages.map(wordsOf);
  const whole = texts.join('\n\n');
  const asked = request.messages.findLast((message) => message.role === 'user');
  const ticket = ticketIn(asked ? wordsOf(asked) : '');
  const frame = texts.map((text) => withoutPassages(text).replace(ticket, ' ')).join('\n\n');
  return {
    whole,
    ticket,
    passages: texts.flatMap(passagesIn),
    language: languageField(asked ? wordsOf(asked) : '') ?? askedLanguage(frame) ?? detectLanguage(ticket),
    clarify: CLARIFY.test(frame),
    bare: BARE.test(frame),
    limit: request.max_completion_tokens ?? request.max_tokens ?? Number.POSITIVE_INFINITY,
  };
}
