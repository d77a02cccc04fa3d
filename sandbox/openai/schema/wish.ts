import type { JsonSchema } from './json-schema.ts';

/** What a value should be, best first; the first that the schema allows as it stands is taken. */
export class OneOf {
  readonly values: readonly unknown[];
  constructor(...values: unknown[]) {
    this.values = values;
  }
}

/** What to write at a property: `given` is what the enclosing wish says, `name` the nearest property's name. */
export type Wish = (name: string, schema: JsonSchema, given: unknown) => unknown;

const ALIASES: Record<string, string[]> = {
  category: ['primarycategory', 'primary', 'label'],
  secondary: ['secondarycategory'],
  subcategory: ['subtopic', 'topic'],
  urgency: ['priority', 'severity'],
  sentiment: ['mood', 'tone'],
  runnerup: ['secondbest', 'secondchoice'],
  confidence: ['score', 'probability', 'certainty'],
  candidates: ['alternatives', 'suggestions', 'topcategories'],
  escalationrisk: ['escalation', 'risk', 'escalate'],
  needshumanreview: ['needsreview', 'needshuman', 'humanreview', 'review'],
  evidence: ['evidencewords', 'keywords', 'decidedon', 'quotes'],
  reason: ['rationale', 'reasoning', 'explanation', 'why'],
  reply: ['draft', 'draftreply', 'body', 'response', 'message', 'answer', 'text', 'content'],
  sourceids: ['sources', 'citations', 'cited', 'citedids', 'usedsources', 'passageids', 'references'],
  sourceid: ['source', 'citation', 'passageid'],
  sentences: ['claims', 'paragraphs', 'segments', 'parts', 'statements'],
};
const CANONICAL = new Map(
  Object.entries(ALIASES).flatMap(([name, others]) => others.map((other) => [other, name] as const)),
);

/** One spelling for a property's name: `primary_category` and `primaryCategory` are `category`. */
export function canonical(name: string): string {
  const plain = name.replace(/[^a-z]/gi, '').toLowerCase();
  return CANONICAL.get(plain) ?? plain;
}

/** The wish that adds nothing to what is given. */
export const asGiven: Wish = (_name, _schema, given) => given;
