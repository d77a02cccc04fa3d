import { z } from 'zod';
import { adminQuerySchema } from './admin.ts';
import { ticketQueueApi } from './ticket-queue.ts';
import { judgedFieldSchema } from './triage.ts';

/** The longest range that a view shows. */
export const MOST_DAYS = 400;

const count = z.number().int().min(0);
const day = z.iso.date();

/** Days of the account, both included. Left out: the last 28. */
export const rangeSchema = adminQuerySchema
  .extend({ from: day.optional(), to: day.optional() })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'], error: 'not before the first day' })
  .refine(({ from, to }) => !from || !to || Date.parse(to) - Date.parse(from) < MOST_DAYS * 86_400_000, {
    path: ['from'],
    error: `at most ${MOST_DAYS} days`,
  });

/** Stands at the head of every view. */
const head = {
  from: day,
  to: day,
  /** IANA, such as Europe/Berlin: whose days they are. */
  timeZone: z.string(),
  /** ISO 8601: what happened until then is counted, apart from `waiting` changes. */
  countedAt: z.string(),
  waiting: count,
};

const dayCountSchema = z.object({ day, key: z.string(), tickets: count });
export type DayCount = z.infer<typeof dayCountSchema>;

/** Triaged tickets by the day of their first triage. Days without any are left out. */
export const volumeSchema = z.object({
  ...head,
  category: z.array(dayCountSchema),
  urgency: z.array(dayCountSchema),
  language: z.array(dayCountSchema),
  /** Who decided: `openai`, `builtin`, `rules`, `nobody`; `skipped`: there was nothing to triage. */
  decidedBy: z.array(dayCountSchema),
});
export type Volume = z.infer<typeof volumeSchema>;

export const comparedFieldSchema = z.enum(['category', 'urgency', 'sentiment', 'group', 'escalation']);
export type ComparedField = z.infer<typeof comparedFieldSchema>;
export const rateDimensionSchema = z.enum(['category', 'language', 'group', 'promptVersion']);
export type RateDimension = z.infer<typeof rateDimensionSchema>;

const cellSchema = z.object({ suggested: z.string(), final: z.string(), tickets: count });
const rateSchema = z.object({
  dimension: rateDimensionSchema,
  /** A group is its id; `none` where there is none. */
  key: z.string(),
  /** Tickets that an agent submitted with a value for the field, and of those the ones with another value than suggested. */
  decided: count,
  overridden: count,
  /** Submitted tickets that had a draft: sent as drafted, sent with changes, or not sent. */
  draftsKept: count,
  draftsEdited: count,
  draftsUnused: count,
});
export type Rate = z.infer<typeof rateSchema>;

/** What agents made of the suggestions of one field, by the last state in which they submitted each ticket. */
export const agreementSchema = z.object({
  ...head,
  field: comparedFieldSchema,
  matrix: z.array(cellSchema),
  rates: z.array(rateSchema),
  /** Names of the groups that occur, by id, as far as they are known. */
  groups: z.record(z.string(), z.string()),
});
export type Agreement = z.infer<typeof agreementSchema>;

export const cellTicketsSchema = z.object({
  tickets: z.array(
    z.object({
      ticketId: z.string(),
      triageId: z.uuid(),
      triagedAt: z.string(),
      decidedAt: z.string(),
      language: z.string(),
      confidence: z.number().min(0).max(1),
      decidedBy: z.string(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type CellTickets = z.infer<typeof cellTicketsSchema>;

/** Width of a bin of confidences; the last one includes 1. */
export const BIN_WIDTH = 0.025;

/** One field's confidences beside what agents said, of `decidedBy`'s suggestions. Calibration and coverage are drawn from the bins. */
export const confidenceSchema = z.object({
  ...head,
  field: judgedFieldSchema,
  bins: z.array(
    z.object({
      decidedBy: z.string(),
      /** Its lower end, a multiple of BIN_WIDTH. */
      from: z.number().min(0).max(1),
      tickets: count,
      right: count,
      /** Sum of the confidences in it. */
      confidence: z.number(),
    }),
  ),
});
export type Confidence = z.infer<typeof confidenceSchema>;

export const driftKindSchema = z.enum([
  'category_share',
  'language_share',
  'override_rate',
  'unsure_rate',
  'fallback_rate',
  'escalation_rate',
  'volume',
]);
export type DriftKind = z.infer<typeof driftKindSchema>;

/** What differs between the last 7 whole days and the 28 before, by more than chance. */
export const driftSchema = z.object({
  timeZone: z.string(),
  countedAt: z.string(),
  waiting: count,
  recent: z.object({ from: day, to: day, tickets: count }),
  before: z.object({ from: day, to: day, tickets: count }),
  /** Below so many tickets in either, nothing is compared. */
  leastTickets: count,
  /** The chance that a difference like it comes of itself is below this, over all comparisons together. */
  significance: z.number(),
  /** How many comparisons were made. */
  compared: count,
  alerts: z.array(
    z.object({
      kind: driftKindSchema,
      /** A category or language; null where it is about all tickets. */
      key: z.string().nullable(),
      /** Shares of the tickets; of `volume`: tickets a day. */
      recent: z.number(),
      before: z.number(),
      /** Null of `volume`, which is told by a factor: days are not alike. */
      p: z.number().nullable(),
    }),
  ),
});
export type Drift = z.infer<typeof driftSchema>;

/** How time saved is reckoned: seconds for a field that need not be set by hand, typing speed for drafted words that were sent. */
export const TIME_SAVED = { secondsAField: 6, charactersAMinute: 200 } as const;

export const effortSchema = z.object({
  ...head,
  /** From the ticket's creation to the first public reply, or its solution without one, by the day of the triage. */
  firstReplies: z.array(
    z.object({
      day,
      replied: count,
      /** By hours on the clock on the wall, interpolated in a histogram. */
      medianHours: z.number(),
      p90Hours: z.number(),
      /** In the time that was promised, and later. */
      kept: count,
      broken: count,
    }),
  ),
  /** Of the whole range. */
  firstReply: z.object({
    replied: count,
    medianHours: z.number().nullable(),
    p90Hours: z.number().nullable(),
    kept: count,
    broken: count,
  }),
  timeSaved: z.array(z.object({ day, fields: count, draftCharacters: count, seconds: z.number() })),
  method: z.object({ secondsAField: z.number(), charactersAMinute: z.number() }),
});
export type Effort = z.infer<typeof effortSchema>;

/** Days are UTC here, as the budget's month is. A cost lacks the calls whose model has no price. */
export const spendSchema = z.object({
  from: day,
  to: day,
  days: z.array(
    z.object({
      day,
      model: z.string(),
      purpose: z.enum(['classify', 'draft', 'spared']),
      calls: count,
      usd: z.number().nullable(),
    }),
  ),
  unpricedCalls: count,
  budget: z.object({ limitUsd: z.number().nullable(), spentUsd: z.number(), month: z.string() }),
});
export type Spend = z.infer<typeof spendSchema>;

/** How often each reason for an escalation stood on a ticket, and how often agents left the mark when they submitted it. */
export const escalationsSchema = z.object({
  ...head,
  rules: z.array(
    z.object({
      layer: z.enum(['model', 'signal', 'sentiment']),
      rule: z.string(),
      fired: count,
      decided: count,
      agreed: count,
      /** Of those, where nothing else spoke for the escalation. */
      decidedAlone: count,
      agreedAlone: count,
    }),
  ),
  flagged: count,
});
export type Escalations = z.infer<typeof escalationsSchema>;

const view = <Path extends string, Query extends z.ZodType, Response extends z.ZodType>(
  path: Path,
  query: Query,
  response: Response,
) => ({ method: 'get', path, auth: 'agent', query, response }) as const;

/** What support leads look at: open to every agent to whom Zendesk shows all tickets. */
export const overviewApi = {
  ...ticketQueueApi,
  readVolume: view('/v1/overview/volume', rangeSchema, volumeSchema),
  readAgreement: view(
    '/v1/overview/agreement',
    rangeSchema.safeExtend({ field: comparedFieldSchema.default('category') }),
    agreementSchema,
  ),
  readCellTickets: view(
    '/v1/overview/agreement/tickets',
    rangeSchema.safeExtend({
      field: comparedFieldSchema,
      suggested: z.string().max(80),
      final: z.string().max(80),
      cursor: z.string().max(400).optional(),
    }),
    cellTicketsSchema,
  ),
  readConfidence: view(
    '/v1/overview/confidence',
    rangeSchema.safeExtend({ field: judgedFieldSchema.default('category') }),
    confidenceSchema,
  ),
  readDrift: view('/v1/overview/drift', adminQuerySchema, driftSchema),
  readEffort: view('/v1/overview/effort', rangeSchema, effortSchema),
  readSpend: view('/v1/overview/spend', rangeSchema, spendSchema),
  readEscalations: view('/v1/overview/escalations', rangeSchema, escalationsSchema),
} as const;
