import type { Taxonomy } from '../contract/categories.ts';
import type { JudgedField } from '../contract/triage.ts';
import type { LearnedTicket, ReplayedVote, TenantModel } from './store.ts';

/** Tickets on which only the one model or only the other was right about a field. */
export type Comparison = Record<JudgedField, { gained: number; lost: number }>;

/** A trained model, and what models of the same making say of tickets that they had not seen. */
export type Rehearsed = {
  model: TenantModel;
  /** With the model in force, on tickets that neither had seen. */
  comparison: Comparison;
  votes: ReplayedVote[];
};

/** Trains away from the thread that serves. Rejects with OutsideError when it takes too long or fails. */
export type Trainer = {
  train(tickets: readonly LearnedTicket[], taxonomy: Taxonomy): Promise<TenantModel>;
  /** Trains, and replays the tickets against `own`, the tenant's model so far; without one, against the one that ships. */
  rehearse(tickets: readonly LearnedTicket[], taxonomy: Taxonomy, own: TenantModel | null): Promise<Rehearsed>;
  close(): Promise<void>;
};

/** The model that a tenant's builtin engine runs on in this process. */
export type ModelInForce = {
  version(): string;
  /** Takes over what was trained or forgotten last, whichever process did. True when that changed the model. */
  refresh(): Promise<boolean>;
};
