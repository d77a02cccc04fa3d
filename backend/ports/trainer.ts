import type { LearnedTicket, TenantModel } from './store.ts';
import type { Taxonomy } from './taxonomy.ts';

/** A model trained on a tenant's tickets, and what a replay says of it: shares of those tickets' categories that are right, by models that had not seen them. */
export type Trained = { model: TenantModel; replay: { tickets: number; before: number; after: number } };

/** Trains away from the thread that serves. Rejects with OutsideError when it takes too long or fails. */
export type Trainer = {
  train(tickets: readonly LearnedTicket[], taxonomy: Taxonomy): Promise<Trained>;
  close(): Promise<void>;
};
