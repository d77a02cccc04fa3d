import { definition, isRecord, type JsonSchema } from '../schema/json-schema.ts';
import { canonical, OneOf, type Wish } from '../schema/wish.ts';
import { classify, DEFAULT_CATEGORIES, type Reading } from './classify.ts';
import { composeDraft, type DraftReply } from './draft.ts';
import type { Prompt } from './prompt.ts';
import { rewritten } from './rewrite.ts';

export type Answerer = { reading: Reading; draft: DraftReply; wish: Wish };

const ZENDESK_PRIORITY = { P1: 'urgent', P2: 'high', P3: 'normal', P4: 'low' };
const RISK_SCORE = { low: 0.1, medium: 0.45, high: 0.75, critical: 0.95 };

/** Every schema inside a schema with the name of the property that it stands at. */
function* properties(schema: JsonSchema, root: JsonSchema, depth = 0): Generator<[string, JsonSchema]> {
  if (depth > 12) return;
  for (const [name, raw] of Object.entries(schema.properties ?? {})) {
    const property = (raw.$ref === undefined ? raw : definition(raw.$ref, root)) ?? {};
    yield [canonical(name), property];
    yield* properties(property, root, depth + 1);
  }
  for (const inner of [...(schema.anyOf ?? []), schema.items].filter(isRecord)) {
    const target: JsonSchema = inner;
    yield* properties((target.$ref === undefined ? target : definition(target.$ref, root)) ?? {}, root, depth + 1);
  }
}

function categoriesOf(schema: JsonSchema): string[] {
  for (const [name, property] of properties(schema, schema)) {
    const values = name === 'category' ? property.enum?.filter((value) => typeof value === 'string') : undefined;
    if (values && values.length > 0) return values;
  }
  return DEFAULT_CATEGORIES;
}

function wishesFor(reading: Reading, draft: DraftReply, ticket: string): Record<string, unknown> {
  const [first, second] = reading.candidates;
  const both = second && second.confidence >= 0.3 && second.confidence > (first?.confidence ?? 0) / 2;
  const reason =
    reading.evidence.length > 0
      ? `Sandbox stand-in, decided on: ${reading.evidence.join(', ')}`
      : 'Sandbox stand-in, no telling words found';
  const unsure = (first?.confidence ?? 0) < 0.5;
  return {
    category: first?.category,
    secondary: both ? second.category : new OneOf(null, '(none)', 'none', ''),
    runnerup: second?.category,
    subcategory: reading.subcategory,
    urgency: new OneOf(reading.urgency, ZENDESK_PRIORITY[reading.urgency], Number(reading.urgency[1])),
    sentiment: reading.sentiment,
    summary: reading.summary,
    confidence: first?.confidence ?? 0,
    candidates: reading.candidates.slice(0, 3),
    escalationrisk: new OneOf(reading.escalation.flagged, reading.escalation.risk, RISK_SCORE[reading.escalation.risk]),
    needshumanreview: unsure || ticket.length < 12,
    evidence: reading.evidence,
    reason,
    language: reading.language,
    reply: draft.text,
    sourceids: draft.sourceIds,
    sourceid: draft.sourceIds[0] ?? null,
    sentences: draft.sentences,
    kind: draft.sourceIds.length > 0 ? 'reply' : 'clarifying',
    clarifying: draft.sourceIds.length === 0,
  };
}

/** Reads the ticket and the knowledge in a prompt and says what to write at each property of a schema. */
export function answerer(prompt: Prompt, schema: JsonSchema): Answerer {
  const reading = classify(prompt.ticket, categoriesOf(schema));
  const names = new Set([...properties(schema, schema)].map(([name]) => name));
  const hasSources = names.has('sourceids') || names.has('sourceid');
  const draft = composeDraft(prompt, reading.sentiment, hasSources ? 'apart' : 'inline');
  const inOtherWords = rewritten(prompt);
  const wishes: Record<string, unknown> = {
    ...wishesFor(reading, draft, prompt.ticket),
    ...(inOtherWords && { sentences: inOtherWords }),
  };
  const fallback = (inner: JsonSchema) => (inner.type === 'string' && !inner.enum ? reading.summary : undefined);
  const wish: Wish = (name, inner, given) =>
    given !== undefined ? given : (wishes[canonical(name)] ?? fallback(inner));
  return { reading, draft, wish };
}
