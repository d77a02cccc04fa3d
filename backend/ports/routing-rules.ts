import type { RoutingRules } from '../contract/routing-rules.ts';

/** Tags and organisations may name a person, so a decision keeps keyed marks of them, by which rules still find them. */
export type Marks = Record<string, string>;
/** An é is one character or two, by where it was typed. */
const bare = (text: string): string => text.normalize('NFC').trim().toLowerCase();
export const tagWord = (tag: string): string => `tag:${bare(tag)}`;
export const organisationWord = (name: string): string => `organisation:${bare(name)}`;

/** Everything in the rules that is compared by its mark. */
export const wordsOf = ({ rules }: Pick<RoutingRules, 'rules'>): string[] =>
  rules.flatMap(({ when }) => [
    ...[...(when.tags ?? []), ...(when.withoutTags ?? [])].map(tagWord),
    ...(when.organisation ?? []).map(organisationWord),
  ]);

/** What rules look at beside the classification and the escalation. */
export type RoutingFacts = { language: string; channel: string; tier: string | null; marks: string[] };

/** `file`: the account's configuration file, which holds for as long as no admin has saved rules. */
export type SavedBy = 'file' | 'admin';
export type RoutingSaved = { version: number; savedBy: SavedBy; savedAt: string; note: string | null; hash: string };
/** One version of an account's rules. A version never changes. */
export type RoutingVersion = RoutingSaved & { rules: RoutingRules; marks: Marks };

export type RoutingStore = {
  /** The newest version, which is in force; null when none was ever saved. */
  readRouting(tenantId: string): Promise<RoutingVersion | null>;
  readRoutingVersion(tenantId: string, version: number): Promise<RoutingVersion | null>;
  /** Puts them in force as the next version. Null when `basedOn` (0: none) is not in force any more: somebody else was first. */
  saveRouting(
    tenantId: string,
    rules: RoutingRules,
    change: { savedBy: SavedBy; basedOn: number; note?: string | null },
  ): Promise<RoutingVersion | null>;
  /** The newest first. */
  listRoutings(tenantId: string): Promise<RoutingSaved[]>;
  markWords(tenantId: string, words: readonly string[]): Marks;
};
