import type { CategoryRow } from '../contract/routing-rules.ts';
import type { Classification, JudgedField } from '../contract/triage.ts';
import type { RawClassification, Score } from './engine.ts';
import type { Calibration, Threshold } from './learned.ts';
import type { RoutingFacts } from './routing-rules.ts';

/** A phrase of the customer that speaks for an escalation, and the rule that found it. */
export type Signal = { rule: string; phrase: string };

/** Everything that turns an engine's scores into a classification. */
export type Yardstick = {
  calibrations: Calibration[];
  thresholds: Threshold[];
  /** Fields for which the account asks for an accuracy, whether there is evidence for a threshold yet or not. */
  dialled: JudgedField[];
  /** The account's own least confidence of the category and of dialled fields, for as long as no threshold says better. */
  reviewBelow: number;
};

/** All that a decision rests on. The same input gives the same decision, so what is kept of it can be replayed. */
export type DecideInput = {
  raw: RawClassification;
  decidedBy: Classification['decidedBy'];
  decidedWhy: Classification['decidedWhy'];
  model: string | null;
  fallbackReason: string | null;
  yardstick: Yardstick;
  signals: Signal[];
  /** Found by rules that the account has muted: no part of the decision, and absent before accounts could. */
  muted?: Signal[];
  facts: RoutingFacts;
  /** Which version of the account's rules; the store has it. */
  rulesVersion: number;
  /** Only in what was kept before rules had versions: the row of the category, in place of `facts` and `rulesVersion`. */
  table?: Record<string, CategoryRow>;
  /** Team → the helpdesk's group. */
  groupIds: Record<string, string>;
  createdAt: string;
};

/** An engine's best values of a ticket, whether it decided or only watched. */
export type Guesses = { engine: string; model: string | null } & Record<JudgedField, Score>;

/** What is kept of a decision: enough to explain it, to replay it, and to learn from what people make of it. */
export type Decision = {
  input: DecideInput;
  taxonomyVersion: string;
  promptVersion: string | null;
  /** The rungs of the ladder that were tried, and what each said. */
  tried: { engine: string; outcome: string }[];
  /** Of the engine that decided and of the builtin one that watched. */
  guesses: Guesses[];
  language: string;
};
