import type { Sentiment } from '../../../../../contract/taxonomy.ts';

export type Phrases = {
  /** Said first, by the customer's mood. */
  acknowledge: Record<Sentiment, string>;
  /** Said first when nobody can work. */
  urgent: string;
  /** Leads to the steps that solved a similar case. */
  lead: string;
  /** Stands before the address of an article. */
  more: string;
  /** Said when the customer sent what nobody should send. */
  exposed: Record<'secret' | 'card', string>;
  /** Said to a suggestion. */
  passOn: string;
  /** Leads to what can be done while a suggestion waits. */
  meanwhile: string;
  /** Asks for what is missing; `general` also serves categories that are not ours. */
  clarify: Record<'billing' | 'technical' | 'account' | 'feature_request' | 'general', string>;
  /** Answers praise that asks for nothing. */
  welcome: string;
  /** Between sentences. */
  space: string;
  /** After a heading. */
  colon: string;
};
