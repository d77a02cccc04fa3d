import type { Urgency } from './taxonomy.ts';

/** Zendesk's ticket priority for each urgency, the only place that says so. Without zod, so that the app's first tier may load it. */
export const PRIORITY_OF = {
  P1: 'urgent',
  P2: 'high',
  P3: 'normal',
  P4: 'low',
} as const satisfies Record<Urgency, string>;
