import { z } from 'zod';
import { categorySchema, riskSchema, sentimentSchema, urgencySchema } from './taxonomy.ts';
import { zendeskTicketSchema } from './zendesk-ticket.ts';

export const engineNameSchema = z.enum(['openai', 'builtin', 'rules']);
export type EngineName = z.infer<typeof engineNameSchema>;

/** `nobody`: every engine failed, and a human decides. */
export const deciderSchema = z.enum([...engineNameSchema.options, 'nobody']);

/** The fields whose values agents confirm or change, and whose confidence is therefore known. */
export const judgedFieldSchema = z.enum(['category', 'urgency', 'sentiment']);
export type JudgedField = z.infer<typeof judgedFieldSchema>;

const probability = z.number().min(0).max(1);

export const classificationSchema = z.object({
  category: categorySchema,
  secondary: categorySchema.nullable(),
  subcategory: z.string().max(80).nullable(),
  urgency: urgencySchema,
  sentiment: sentimentSchema,
  summary: z.string().max(400),
  /** How often such a category is right: calibrated on this account's decisions once there are enough. A missing value counts as 0. */
  confidence: probability,
  urgencyConfidence: probability.default(0),
  sentimentConfidence: probability.default(0),
  secondaryConfidence: probability.nullable().default(null),
  band: z.enum(['high', 'medium', 'low']),
  /** Whether a human has to decide, since one of `unsure` is below what the account asks for. */
  needsReview: z.boolean(),
  unsure: z.array(judgedFieldSchema).max(3).default([]),
  /** The two best categories, best first; shown instead of one answer when `needsReview`. */
  candidates: z.array(z.object({ category: categorySchema, confidence: probability })).max(5),
  /** Words of the ticket that decided, as they stand in the masked text. */
  evidence: z.array(z.string().max(80)).max(12),
  decidedBy: deciderSchema,
  /** Why that engine: it stands first, it was sure enough to spare the model, those above it failed, or all did. */
  decidedWhy: z.enum(['first', 'sure_enough', 'fallback', 'none_answered']).default('first'),
  model: z.string().max(120).nullable(),
  /** Set when a higher engine of the ladder did not answer, e.g. `openai: timeout`. */
  fallbackReason: z.string().max(200).nullable(),
});
export type Classification = z.infer<typeof classificationSchema>;

/** One reason for an escalation; `phrase` is the customer's own words for layer `signal`. */
export const escalationReasonSchema = z.object({
  layer: z.enum(['model', 'signal', 'sentiment']),
  rule: z.string().max(80),
  phrase: z.string().max(200).nullable(),
});
export const escalationSchema = z.object({
  flagged: z.boolean(),
  risk: riskSchema,
  reasons: z.array(escalationReasonSchema).max(20),
});
export type Escalation = z.infer<typeof escalationSchema>;
export type EscalationReason = z.infer<typeof escalationReasonSchema>;

export const routingSchema = z.object({
  team: z.string().max(80),
  /** Whether a rule named the team without a look at what was judged, or said how sure that has to be: no guess stands behind it. */
  sureTeam: z.boolean().default(false),
  /** The team to pull in, only when escalated. */
  escalationTeam: z.string().max(80).nullable(),
  /** Zendesk group id of the team that should get the ticket; null where the account has no such group. */
  groupId: z.string().nullable(),
  slaHours: z.number().positive(),
  /** ISO 8601; ticket creation + slaHours. */
  dueAt: z.string(),
  /** Hours to the solution; null where the account promises none. */
  resolutionHours: z.number().positive().nullable().default(null),
  /** What the agent who gets it should know. */
  skills: z.array(z.string().max(80)).max(20).default([]),
  /** Who is to be kept informed: agents' addresses or ids. */
  watchers: z.array(z.string().max(200)).max(20).default([]),
  /** Which version of the account's rules decided; 0: before rules had versions. */
  version: z.number().int().min(0).default(0),
  /** Ids of the rules that fired, in order. */
  rules: z.array(z.string().max(80)).max(130),
});
export type Routing = z.infer<typeof routingSchema>;

/** One promise to the customer, on the team's clock: its open hours, and not while the ticket is pending. */
export const slaTargetSchema = z.object({
  hours: z.number().positive(),
  /** ISO 8601. While it is paused: when it would be due if it went on now. */
  dueAt: z.string(),
  pausedSince: z.string().nullable(),
  metAt: z.string().nullable(),
});
export const slaSchema = z.object({ firstReply: slaTargetSchema, resolution: slaTargetSchema.nullable() });
export type SlaTarget = z.infer<typeof slaTargetSchema>;
export type Sla = z.infer<typeof slaSchema>;

/** Why an agent is not the one: none of it is a judgement of the person. `level`: nothing but the lower id, or an earlier choice for this ticket. */
export const passedOverSchema = z.enum(['away', 'full', 'skill', 'language', 'busier', 'had_one_later', 'level']);
export const assigneeSchema = z.object({
  agentId: z.string(),
  name: z.string().max(200).nullable(),
  /** Tickets open with this agent when they were chosen. */
  open: z.number().int().min(0),
  /** False where the helpdesk does not tell who is there. */
  seenThere: z.boolean().default(true),
  passedOver: z.array(z.object({ agentId: z.string(), reason: passedOverSchema })).max(50),
});
export type Assignee = z.infer<typeof assigneeSchema>;
export type PassedOver = z.infer<typeof passedOverSchema>;

/** Why nobody was chosen, though the account wants it: the group has no agents, or at best some who are that; or the helpdesk did not say. */
export const unassignedSchema = z.enum(['no_agents', 'skill', 'away', 'full', 'no_answer']);
export type Unassigned = z.infer<typeof unassignedSchema>;

export const sourceSchema = z.object({
  /** Knowledge item id, e.g. `ticket:123` or `article:en-us:77`. */
  id: z.string().max(120),
  kind: z.enum(['ticket', 'article']),
  title: z.string().max(300),
  url: z.string().max(2000).nullable(),
  /** Helpdesk ticket id when `kind` is `ticket`: the sidebar opens it with routeTo. */
  ticketId: z.string().nullable(),
  language: z.string().max(12),
  category: categorySchema.nullable(),
  score: z.number().min(0).max(1),
  gold: z.boolean(),
  resolvedAt: z.string().nullable(),
  resolutionHours: z.number().nullable(),
  /** What solved it, in the agents' own words; for agents, never part of a draft. */
  resolution: z.string().max(400).nullable().default(null),
  /** How many tickets had this question and this answer. */
  copies: z.number().int().min(1).default(1),
  standing: z.enum(['current', 'superseded', 'stale']).default('current'),
});
export type Source = z.infer<typeof sourceSchema>;

/** Why a sentence was taken out of a draft. */
export const struckSchema = z.enum([
  'no_source',
  'quote_not_found',
  'foreign_data',
  'address',
  'link',
  'date',
  'amount',
  'figure',
  'promise',
  'product',
]);
export type Struck = z.infer<typeof struckSchema>;

export const draftPartSchema = z.object({
  /** With the blanks or line breaks that follow it. */
  text: z.string().max(2000),
  /** What it rests on; null for courtesies and questions. */
  sourceId: z.string().max(120).nullable(),
  /** The words of the source, as they stand there. */
  quote: z.string().max(600).nullable(),
  /** Null when it stays. */
  struck: struckSchema.nullable(),
});
export type DraftPart = z.infer<typeof draftPartSchema>;

export const draftSchema = z.object({
  kind: z.enum(['reply', 'clarifying']),
  /** What the agent would insert: the parts that stay; placeholders already restored to this ticket's own values. */
  text: z.string().max(8000),
  language: z.string().max(12),
  parts: z.array(draftPartSchema).max(80).default([]),
  /** Ids of the sources that the parts that stay lean on. */
  sourceIds: z.array(z.string()).max(10),
  decidedBy: engineNameSchema,
});
export type Draft = z.infer<typeof draftSchema>;

/**
 * Where something stands that was set aside: UTF-16 offsets into a comment's text (`plain_body`, else `body`) or
 * `html_body`. Its words are not here: whoever may read the ticket can look.
 */
export const asideSchema = z.object({
  kind: z.enum(['quote', 'signature', 'footer', 'system', 'form', 'device']),
  commentId: z.string().max(40),
  source: z.enum(['text', 'html']),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
export type Aside = z.infer<typeof asideSchema>;

export const triageStatusSchema = z.enum(['running', 'drafting', 'done', 'skipped', 'failed']);

/** One triage of one state of a ticket. Parts appear as they are ready: classification, escalation and routing, then sources and draft. */
export const triageSchema = z.object({
  id: z.uuid(),
  ticketId: z.string(),
  status: triageStatusSchema,
  createdAt: z.string(),
  updatedAt: z.string(),
  /** ISO 639-1 of the customer's own words, `mul` when mixed, `und` when unknown. */
  language: z.string().max(12),
  /** How often such an answer about the language is right, 0–1. */
  languageConfidence: z.number().min(0).max(1).default(0),
  /** Why there is nothing to triage, when status is `skipped`. */
  skipReason: z.enum(['empty', 'auto_reply', 'out_of_office', 'bounce', 'thanks', 'spam', 'closed']).nullable(),
  /** Error code when status is `failed`. */
  failure: z.string().max(80).nullable(),
  /** Whether masked text had to be cut to fit the model. */
  truncated: z.boolean(),
  /** Whether reading the text had to be ended, so that nobody but a human has read it. */
  unread: z.boolean().default(false),
  /** Whether the text speaks to a model rather than to people: what it asks for has no effect, and an agent should know. */
  instructsModel: z.boolean().default(false),
  /** What was not taken for the customer's own words. */
  setAside: z.array(asideSchema).max(100).default([]),
  classification: classificationSchema.nullable(),
  escalation: escalationSchema.nullable(),
  routing: routingSchema.nullable(),
  sla: slaSchema.nullable().default(null),
  /** The agent that the account's rules would choose; null where they choose none. */
  assignee: assigneeSchema.nullable().default(null),
  unassigned: unassignedSchema.nullable().default(null),
  sources: z.array(sourceSchema).nullable(),
  /** False when the knowledge search did not answer and triage went on without it. */
  sourcesAvailable: z.boolean(),
  draft: draftSchema.nullable(),
});
export type Triage = z.infer<typeof triageSchema>;

/** The sidebar proves that it can read the ticket by sending it; `force` asks for a fresh triage of unchanged text. */
export const triageRequestSchema = z.object({ ticket: zendeskTicketSchema, force: z.boolean().default(false) });
