/** What a ticket is counted by. */
export const DIMENSIONS = ['category', 'urgency', 'language', 'decidedBy'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
