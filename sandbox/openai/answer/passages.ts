import { isRecord } from '../schema/json-schema.ts';
import { blocksIn, withoutBlocks } from './blocks.ts';
import { embeddedJson } from './embedded-json.ts';

/** A piece of knowledge as the prompt shows it. */
export type Passage = { id: string; text: string; language: string | null };

const TAGS = 'passage|source|document|knowledge|item|article';
const ANSWER_FIELDS = ['answer', 'response', 'resolution', 'text', 'content', 'body', 'excerpt'];
const LISTS = ['passages', 'sources', 'knowledge', 'documents', 'items', 'articles', 'context', 'retrieved'];

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

function attribute(attributes: string, name: string): string | null {
  return new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(attributes)?.[1] ?? null;
}

function answerIn(inner: string): string {
  const answer =
    blocksIn(inner, 'answer|response|resolution')[0]?.inner ??
    inner.split(/^\s*(?:answer|a|response|resolution)\s*:/im)[1];
  return unescaped((answer ?? inner).replace(/<[^>]{0,200}>/g, ' ')).trim();
}

function fromBlocks(prompt: string): Passage[] {
  return blocksIn(prompt, TAGS).flatMap(({ attributes, inner }) => {
    const id = attribute(attributes, 'id');
    return id ? [{ id: unescaped(id), text: answerIn(inner), language: attribute(attributes, 'lang(?:uage)?') }] : [];
  });
}

function fromRecord(value: unknown): Passage[] {
  if (!isRecord(value)) return [];
  const source = isRecord(value.source) ? value.source : {};
  const id = value.id ?? source.id ?? value.source_id ?? value.sourceId;
  const text = ANSWER_FIELDS.map((field) => value[field]).find((field) => typeof field === 'string');
  const language = value.language ?? source.language;
  if (id == null || typeof text !== 'string') return [];
  return [{ id: String(id), text, language: typeof language === 'string' ? language : null }];
}

function fromJson(value: unknown): Passage[] {
  if (Array.isArray(value)) return value.flatMap(fromRecord);
  if (!isRecord(value)) return [];
  const list = LISTS.map((name) => value[name]).find(Array.isArray);
  return list ? list.flatMap(fromRecord) : fromRecord(value);
}

/** The knowledge in a prompt, as `<passage id="…">` blocks or as JSON. */
export function passagesIn(prompt: string): Passage[] {
  const blocks = fromBlocks(prompt);
  return blocks.length > 0 ? blocks : embeddedJson(prompt).flatMap(fromJson);
}

export const withoutPassages = (prompt: string): string => withoutBlocks(prompt, TAGS);
