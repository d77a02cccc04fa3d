import type { EscalationRules } from '../contract/escalation-rules.ts';
import type { Signal } from './decision.ts';
import type { Reading } from './reading.ts';

/** `muted`: of rules that the account has muted. */
export type SignalsFound = { signals: Signal[]; muted: Signal[] };

export type RulesCompared = { inForce: EscalationRules; proposed: EscalationRules };
export type SignalsCompared = { before: SignalsFound; after: SignalsFound };

/** Looks for signals where no text can hold the process. Null where the two cannot differ, and for a text that had to be ended. */
export type SignalFinder = {
  compareSignals(input: RulesCompared & { text: string }): Promise<SignalsCompared | null>;
};

/**
 * In how many tickets of one language a rule fired; in how many of those a person then saved the ticket with our escalation mark on
 * it or taken off, and how often it had stayed. `alone`: where nothing else spoke for the escalation.
 */
export type SignalCount = {
  rule: string;
  language: string;
  fired: number;
  muted: number;
  decided: number;
  agreed: number;
  decidedAlone: number;
  agreedAlone: number;
};

export type SignalStore = {
  countSignals(tenantId: string, since: Date): Promise<SignalCount[]>;
  /** The masked texts that these triages were made of, by triage id. */
  readReadings(tenantId: string, triageIds: readonly string[]): Promise<Map<string, Reading>>;
};
