import { channel } from 'node:diagnostics_channel';

/** The steps of a ticket's way from delivery to write-back, in order: where a kill or an edit can be placed. */
export const STEPS = [
  'inbox:stored',
  'job:taken',
  'ticket:read',
  'triage:claimed',
  'text:masked',
  'classification:saved',
  'draft:saved',
  'write:planned',
  'write:sent',
  'write:arrived',
  'write:recorded',
  'job:done',
] as const;
export type Step = (typeof STEPS)[number];
export type StepTaken = { step: Step; ticketId: string };

export const STEP_CHANNEL = 'ticket-triage.step';
const steps = channel(STEP_CHANNEL);

/** Tells who listens in this process that a ticket has come so far. Without a listener it does nothing. */
export function step(name: Step, ticketId: string): void {
  if (steps.hasSubscribers) steps.publish({ step: name, ticketId } satisfies StepTaken);
}
