import { z } from 'zod';
import { skillSchema } from './assignment.ts';
import { categorySchema, sentimentSchema, urgencySchema } from './taxonomy.ts';

const team = z.string().regex(/^[a-z][a-z0-9_]{0,79}$/, 'a team is lower-case letters, digits and _');
const hours = z
  .number('hours are a number')
  .positive('hours are above 0')
  .max(8_760, 'hours are at most those of a year, 8760');
const hoursByUrgency = z.record(urgencySchema, hours);
const someHours = z.union(
  [hours, z.partialRecord(urgencySchema, hours).refine((some) => Object.keys(some).length > 0)],
  'hours are a number above 0, or such numbers by urgency, as {"P1": 1}',
);
const watcher = z.string().trim().min(1).max(200);
const word = z.string().trim().min(1, 'an empty value never matches').max(200);
/** Our own tags say what an earlier triage found; a rule that looked at them would follow itself. */
export const OUR_TAGS = 'ait_';
export const TIER_TAG = 'tier_';
const startsWith = (start: string) => (text: string) => text.toLowerCase().startsWith(start);
const wholeWord = word.regex(/^\S+$/, 'never matches: a tag has no blanks');
const tag = wholeWord.refine((name) => !startsWith(OUR_TAGS)(name), `never matches: ${OUR_TAGS}… are our own tags`);
const tier = wholeWord.refine(
  (name) => !startsWith(TIER_TAG)(name),
  `never matches: of the tag ${TIER_TAG}gold the tier is gold`,
);
const anyOf = <Schema extends z.ZodType>(each: Schema) =>
  z.array(each).min(1, 'an empty list never matches; leave it out instead').max(100).optional();
const level = z.number('a confidence is a number between 0 and 1').min(0).max(1);

/** All that is said must hold; of a list, one is enough. Words are compared without regard to case. */
const whenSchema = z.strictObject({
  /** Stands alone, so that nobody writes a rule for every ticket by leaving its conditions out. */
  always: z.literal(true).optional(),
  category: anyOf(categorySchema),
  secondary: anyOf(categorySchema),
  urgency: anyOf(urgencySchema),
  sentiment: anyOf(sentimentSchema),
  /** ISO 639-1 of the customer's own words, or `und` where it is not known. */
  language: anyOf(word),
  /** As the helpdesk calls it: `email`, `web`, `chat`. */
  channel: anyOf(word),
  /** Of a ticket tagged `tier_gold`, `gold`. */
  tier: anyOf(tier),
  tags: anyOf(tag),
  withoutTags: anyOf(tag),
  organisation: anyOf(word),
  /** Rules of the escalation phrases that fired. */
  signals: anyOf(word),
  escalated: z.boolean().optional(),
  /** Of the category. */
  confidenceBelow: level.gt(0, 'never holds: no confidence is below 0').optional(),
  confidenceFrom: level.optional(),
});
export type RoutingWhen = z.output<typeof whenSchema>;

const setSchema = z.strictObject({
  team: team.optional(),
  /** Whom to pull in once the ticket is escalated; null: nobody. */
  escalationTeam: team.nullable().optional(),
  slaHours: someHours.optional(),
  resolutionHours: someHours.optional(),
  skills: z.array(skillSchema).min(1).max(20).optional(),
  watchers: z.array(watcher).min(1).max(20).optional(),
});

export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/, 'an id is up to 60 lower-case letters, digits, - and _'),
  note: z.string().max(400).optional(),
  muted: z.boolean().optional(),
  when: whenSchema,
  set: setSchema,
});
export type RoutingRule = z.output<typeof ruleSchema>;

export const categoryRowSchema = z.strictObject({
  team,
  escalationTeam: team,
  slaHours: hoursByUrgency,
  resolutionHours: hoursByUrgency.optional(),
});
export type CategoryRow = z.output<typeof categoryRowSchema>;
