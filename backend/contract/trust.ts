import { z } from 'zod';
import { judgedFieldSchema } from './triage.ts';

const share = z.number().min(0).max(1);
const count = z.number().int().min(0);
const target = z.number().min(0.5).max(0.999).nullable();

/** Of the decisions with at least this confidence: their share of all, their number, how many are right, and its 95 % interval. */
export const trustPointSchema = z.object({
  confidence: share,
  coverage: share,
  decisions: count,
  accuracy: share,
  low: share,
  high: share,
});
export type TrustPoint = z.infer<typeof trustPointSchema>;

/** `pending`: there is evidence that nobody has drawn the conclusion from yet, which takes a minute or so. */
export const trustStatusSchema = z.enum(['no_target', 'not_enough', 'pending', 'out_of_reach', 'picked']);

/** How far one engine's values of one field can be trusted, by what people decided. */
export const fieldTrustSchema = z.object({
  field: judgedFieldSchema,
  /** Null while nobody has judged any engine's value of the field. */
  engine: z.string().max(200).nullable(),
  decisions: count,
  needed: count,
  target,
  /** The least confidence that stands without a human's look. */
  threshold: share.nullable(),
  status: trustStatusSchema,
  message: z.string().max(300),
  /**
   * At the threshold; where none is within reach, at the best one there is. The interval is wider than one of 95 %, since the
   * same decisions chose the threshold.
   */
  coverage: share.nullable(),
  accuracy: z.object({ estimate: share, low: share, high: share }).nullable(),
  curve: z.array(trustPointSchema).max(20),
});
export type FieldTrust = z.infer<typeof fieldTrustSchema>;

export const trustViewSchema = z.object({ fields: z.array(fieldTrustSchema) });
export type TrustView = z.infer<typeof trustViewSchema>;

/** Null takes the target away. */
export const trustChangeSchema = z.object({ field: judgedFieldSchema, target });
export type TrustChange = z.infer<typeof trustChangeSchema>;
