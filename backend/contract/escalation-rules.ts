import { z } from 'zod';

/** What a customer may say that speaks for an escalation. */
export const RULES = [
  'cancel_threat',
  'legal',
  'public',
  'regulator',
  'chargeback',
  'manager',
  'unacceptable',
  'waiting',
] as const;
export type Rule = (typeof RULES)[number];

/** Languages that phrases ship in. */
export const PHRASE_LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'ja'] as const;
export type PhraseLanguage = (typeof PHRASE_LANGUAGES)[number];

const MOST_PHRASES = 200;
const MOST_GAPS = 3;
const rule = z.enum(RULES, { error: `a rule is one of ${RULES.join(', ')}` });

const isWordy = (part: string): boolean => /[\p{L}\p{N}]/u.test(part);

/** Plain words, never a pattern; `*` stands for up to four words between. */
const wording = z
  .string()
  .trim()
  .max(120, 'a phrase is at most 120 characters')
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text), 'a phrase is one line of text')
  .refine(
    (text) => text.split(/\*[*\s]*/).every(isWordy),
    'a phrase begins and ends with a word, * stands between words',
  )
  .refine((text) => text.split(/\*[*\s]*/).length <= MOST_GAPS + 1, `a phrase has at most ${MOST_GAPS} *`);

/** An account's own say over the escalation phrases. */
export const escalationRulesSchema = z
  .strictObject({
    /** Found all the same and counted, but no reason to escalate. */
    muted: z.array(rule).max(RULES.length).default([]),
    /** `language`: only where the text may be in it. */
    phrases: z
      .array(z.strictObject({ rule, text: wording, language: z.enum(PHRASE_LANGUAGES).optional() }))
      .max(MOST_PHRASES, `at most ${MOST_PHRASES} phrases`)
      .default([]),
    /** What lies inside such words is no signal: of `rule`, or of any. */
    notSignals: z
      .array(z.strictObject({ rule: rule.optional(), text: wording }))
      .max(MOST_PHRASES, `at most ${MOST_PHRASES} phrases`)
      .default([]),
  })
  .default({ muted: [], phrases: [], notSignals: [] });
export type EscalationRules = z.output<typeof escalationRulesSchema>;
