import { z } from 'zod';

export const urgencySchema = z.enum(['P1', 'P2', 'P3', 'P4']);
export type Urgency = z.infer<typeof urgencySchema>;

export const sentimentSchema = z.enum(['angry', 'frustrated', 'neutral', 'positive']);
export type Sentiment = z.infer<typeof sentimentSchema>;

export const riskSchema = z.enum(['low', 'medium', 'high', 'critical']);

/** A slug such as `billing`; the list of valid ones is the tenant's taxonomy. */
export const categorySchema = z.string().regex(/^[a-z][a-z0-9_]{0,47}$/);
export type Category = z.infer<typeof categorySchema>;
