import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { categoriesOf, taxonomySchema } from './contract/categories.ts';
import { MASKABLE_KINDS } from './contract/masking.ts';
import { faultsOfNames, sayFault } from './contract/routing-faults.ts';
import { type RoutingRules, routingRulesSchema } from './contract/routing-rules.ts';
import { timeZoneSchema } from './contract/schedules.ts';
import { modeSchema } from './contract/settings.ts';
import { countrySchema } from './contract/tenant-settings.ts';
import { RULES } from './pipeline/escalation/phrase-book.ts';
import { findPrice, pricesSchema } from './ports/prices.ts';
import { type ReplyRules, replyRulesSchema } from './ports/reply-rules.ts';

/** Zendesk signs the deliveries of webhooks that do not exist yet with this published secret: it proves nothing. */
const PUBLIC_TEST_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

const list = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((parts) => parts.length > 0 && parts.length <= 2, 'one value, or two separated by a comma during a rotation');

const listOf = <Schema extends z.ZodType<unknown, string>>(each: Schema) =>
  z
    .string()
    .transform((text) =>
      text
        .split(/[\s,]+/)
        .filter(Boolean)
        .map((part) => part.toUpperCase()),
    )
    .pipe(z.array(each));

const sealsWith32Bytes = (key: string): boolean => Buffer.from(key, 'base64').length === 32;

const port = z.coerce.number('a whole number').int().min(0).max(65_535);

const days = z.coerce.number('a whole number of days').int().min(1).max(36_500);

const shippedFile = (name: string) =>
  z
    .string()
    .min(1)
    .default(fileURLToPath(new URL(`./${name}`, import.meta.url)));

const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(8787),
  PUBLIC_URL: z.url('the address that Zendesk reaches this backend at').optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'a postgres:// address' }).optional(),
  CHROMA_URL: z.url('the address of a Chroma server').optional(),
  CHROMA_TOKEN: z.string().min(1).optional(),
  SECRETS_KEY: list
    .refine((keys) => keys.every(sealsWith32Bytes), '32 bytes in base64: openssl rand -base64 32')
    .optional(),
  DATA_KEY: z.base64('32 bytes in base64: openssl rand -base64 32').optional(),
  ZENDESK_SUBDOMAIN: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'the account, as in https://<this>.zendesk.com')
    .optional(),
  ZENDESK_URL: z.string().min(1).optional(),
  ZENDESK_CLIENT_ID: z.string().min(1).optional(),
  ZENDESK_CLIENT_SECRET: z.string().min(1).optional(),
  OAUTH_CLIENT_ID: z.string().min(1).optional(),
  OAUTH_CLIENT_SECRET: z.string().min(1).optional(),
  MARKETPLACE_NAME: z.string().min(1).optional(),
  MARKETPLACE_ORGANIZATION_ID: z.string().min(1).optional(),
  MARKETPLACE_APP_ID: z.string().min(1).optional(),
  APP_PUBLIC_KEY: z
    .string()
    .transform((pem) => pem.replaceAll('\\n', '\n'))
    .refine((pem) => pem.includes('BEGIN PUBLIC KEY'), "the app's public key, PEM")
    .optional(),
  ZENDESK_WEBHOOK_SECRET: list
    .refine(
      (parts) => !parts.includes(PUBLIC_TEST_SECRET),
      "this is Zendesk's public test secret; take the webhook's own",
    )
    .optional(),
  APP_SECRET: list
    .refine((parts) => parts.every((part) => part.length >= 32), 'at least 32 characters: openssl rand -hex 32')
    .optional(),
  MODE: modeSchema.default('suggest'),
  REVIEW_BELOW: z.coerce.number('between 0 and 1').min(0).max(1).default(0.5),
  TAXONOMY_FILE: shippedFile('taxonomy.json'),
  ROUTING_FILE: shippedFile('routing.json'),
  MODEL_PRICES_FILE: shippedFile('model-prices.json'),
  REPLY_FILE: shippedFile('reply-rules.json'),
  KEEP_TRIAGES_DAYS: days.optional(),
  KEEP_FEEDBACK_DAYS: days.optional(),
  KEEP_KNOWLEDGE_DAYS: days.optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: z.url().default('https://api.openai.com/v1'),
  OPENAI_MODEL: z.string().min(1).default('gpt-4o-mini'),
  FALLBACK_MODEL: z.string().min(1).optional(),
  FALLBACK_API_KEY: z.string().min(1).optional(),
  FALLBACK_BASE_URL: z.url().optional(),
  MODEL_BUDGET_USD: z.coerce.number('US dollars a month').min(0).optional(),
  EMBEDDER: z.enum(['lexical', 'openai']).default('lexical'),
  OPENAI_EMBEDDING_MODEL: z.string().min(1).default('text-embedding-3-small'),
  MASK_KEEP: listOf(z.enum(MASKABLE_KINDS, `kinds out of ${MASKABLE_KINDS.join(', ')}`)).default([]),
  REGIONS: listOf(countrySchema).default([]),
  PRESIDIO_URL: z.url({ protocol: /^https?$/, error: 'the address of a Presidio analyzer' }).optional(),
  READ_IMAGES: z.enum(['on', 'off']).default('off'),
  SLA_WARNINGS: z.enum(['on', 'off']).default('off'),
  TIME_ZONE: timeZoneSchema.default('UTC'),
  ADMIN_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{32,}$/, 'at least 32 letters, digits or .~+/=-: openssl rand -hex 32')
    .optional(),
  ASK_DETAILS: z.enum(['on', 'off']).default('off'),
  RECONCILE: z.enum(['on', 'off']).default('on'),
  UPDATES_PER_MINUTE: z.coerce.number('a whole number').int().min(2).max(1_000_000).default(60),
  REQUESTS_PER_MINUTE: z.coerce.number('a whole number').int().min(10).max(1_000_000).default(3_000),
  WORKERS: z.coerce.number('a whole number').int().min(1).max(64).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Which account is served, or that those are served which the app is installed in. */
function faultsOfAccount(given: Record<string, string | undefined>): string[] {
  const { ZENDESK_SUBDOMAIN, ZENDESK_CLIENT_ID, ZENDESK_CLIENT_SECRET, OAUTH_CLIENT_ID, OAUTH_CLIENT_SECRET } = given;
  const needs = (name: string, what: string) => (given[name] ? [] : [`  ${name}: ${what}`]);
  const marketplace = ['MARKETPLACE_NAME', 'MARKETPLACE_ORGANIZATION_ID', 'MARKETPLACE_APP_ID'];
  const named = marketplace.filter((name) => given[name]);
  return [
    ...(OAUTH_CLIENT_ID || OAUTH_CLIENT_SECRET
      ? [
          ...needs('OAUTH_CLIENT_ID', 'the OAuth client that admins allow; with OAUTH_CLIENT_SECRET'),
          ...needs('OAUTH_CLIENT_SECRET', "that client's secret"),
          ...(ZENDESK_CLIENT_ID || ZENDESK_CLIENT_SECRET
            ? [
                '  ZENDESK_CLIENT_ID: not beside OAUTH_CLIENT_ID: either the client asks for itself or an admin allows it',
              ]
            : []),
          ...needs('APP_PUBLIC_KEY', "the app's public key, which says that a page was opened in Zendesk"),
        ]
      : [
          ...needs('ZENDESK_SUBDOMAIN', 'the account, as in https://<this>.zendesk.com'),
          ...needs('ZENDESK_CLIENT_ID', "the OAuth client's unique identifier"),
          ...needs('ZENDESK_CLIENT_SECRET', "the OAuth client's secret"),
        ]),
    ...(ZENDESK_SUBDOMAIN || !OAUTH_CLIENT_ID || !given.ZENDESK_WEBHOOK_SECRET
      ? []
      : ['  ZENDESK_WEBHOOK_SECRET: only with ZENDESK_SUBDOMAIN: every other account has its own']),
    ...(ZENDESK_SUBDOMAIN || !OAUTH_CLIENT_ID || !given.APP_SECRET
      ? []
      : ['  APP_SECRET: only with ZENDESK_SUBDOMAIN: every other account has its own']),
    ...(named.length > 0 && named.length < marketplace.length
      ? [`  ${marketplace.find((name) => !given[name])}: the three MARKETPLACE_ settings belong together`]
      : []),
  ];
}

/** What one setting asks of another; looked at also when others have faults, so that all are told at once. */
function faultsBetween(given: Record<string, string | undefined>): string[] {
  const { EMBEDDER, OPENAI_API_KEY, DATABASE_URL, DATA_KEY, READ_IMAGES, FALLBACK_MODEL, ASK_DETAILS, MODE } = given;
  return [
    ...(FALLBACK_MODEL && !OPENAI_API_KEY
      ? ['  OPENAI_API_KEY: FALLBACK_MODEL is the second model after a first']
      : []),
    ...(ASK_DETAILS === 'on' && MODE !== 'auto' ? ['  MODE: ASK_DETAILS=on needs MODE=auto'] : []),
    ...(EMBEDDER === 'openai' && !OPENAI_API_KEY ? ['  OPENAI_API_KEY: EMBEDDER=openai needs a key'] : []),
    ...(READ_IMAGES === 'on' && !OPENAI_API_KEY ? ['  OPENAI_API_KEY: READ_IMAGES=on needs a model that sees'] : []),
    ...(DATABASE_URL && !DATA_KEY
      ? ['  DATA_KEY: needed with DATABASE_URL, the same in every process: openssl rand -base64 32']
      : []),
    ...(DATA_KEY && !sealsWith32Bytes(DATA_KEY) ? ['  DATA_KEY: 32 bytes in base64: openssl rand -base64 32'] : []),
  ];
}

/** Configuration that cannot be used: its message lists every fault, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const faultsOf = (error: z.ZodError, under: string): string[] =>
  error.issues.map(({ path, message }) => `  ${under}${path.join('.')}: ${message}`);

/** What a file holds, or null with what is wrong with it among the faults. */
function readFile<T>(setting: string, file: string, schema: z.ZodType<T>, faults: string[]): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.data;
    faults.push(...faultsOf(parsed.error, `${file} `));
  } catch (error) {
    faults.push(`  ${setting}: ${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
  return null;
}

/** Changes with anything in the definitions. */
export const versionOf = (definitions: object): string =>
  `t-${createHash('sha256').update(JSON.stringify(definitions)).digest('hex').slice(0, 8)}`;

/** The files that settings name, checked against each other. */
function readFiles(given: Record<string, string | undefined>, faults: string[]) {
  const { TAXONOMY_FILE, ROUTING_FILE, MODEL_PRICES_FILE, REPLY_FILE } = environmentSchema.shape;
  const files = {
    taxonomy: given.TAXONOMY_FILE ?? TAXONOMY_FILE.parse(undefined),
    routing: given.ROUTING_FILE ?? ROUTING_FILE.parse(undefined),
    prices: given.MODEL_PRICES_FILE ?? MODEL_PRICES_FILE.parse(undefined),
    reply: given.REPLY_FILE ?? REPLY_FILE.parse(undefined),
  };
  const taxonomy = readFile('TAXONOMY_FILE', files.taxonomy, taxonomySchema, faults);
  const routing = readFile<RoutingRules>('ROUTING_FILE', files.routing, routingRulesSchema, faults);
  const prices = readFile('MODEL_PRICES_FILE', files.prices, pricesSchema, faults);
  const reply = readFile<ReplyRules>('REPLY_FILE', files.reply, replyRulesSchema, faults);
  if (taxonomy && routing) {
    const known = { categories: categoriesOf(taxonomy), signals: RULES };
    faults.push(...faultsOfNames(routing, known).map((fault) => `  ${files.routing} ${sayFault(fault)}`));
  }
  const models = [given.OPENAI_MODEL ?? 'gpt-4o-mini', given.FALLBACK_MODEL].filter((model) => model !== undefined);
  const unpriced = prices ? models.filter((model) => !findPrice(prices, model)) : [];
  if (given.MODEL_BUDGET_USD && unpriced.length > 0)
    faults.push(`  MODEL_BUDGET_USD: no price of ${unpriced.join(', ')} is known; add it to MODEL_PRICES_FILE`);
  return taxonomy && routing && prices && reply
    ? { taxonomy: { ...taxonomy, version: versionOf(taxonomy) }, routing, prices, reply }
    : null;
}

/** Reads the configuration from an environment. Throws ConfigError with all faults at once; no value is repeated in it. */
export function readConfig(environment: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  const faults = [
    ...(parsed.success ? [] : faultsOf(parsed.error, '')),
    ...faultsOfAccount(given),
    ...faultsBetween(given),
  ];
  const files = readFiles(given, faults);
  if (!parsed.success || !files || faults.length > 0)
    throw new ConfigError(
      `The configuration has ${faults.length} fault(s):\n${faults.join('\n')}\nREADME.md lists every setting.`,
    );
  const { data } = parsed;
  return {
    ...data,
    // Workers that wait for a model cost nothing; workers that compute get into each other's way.
    WORKERS: data.WORKERS ?? (data.OPENAI_API_KEY ? 24 : 8),
    PUBLIC_URL: data.PUBLIC_URL ?? `http://localhost:${data.PORT}`,
    ZENDESK_URL: (data.ZENDESK_URL ?? 'https://{subdomain}.zendesk.com').replace(
      '{subdomain}',
      data.ZENDESK_SUBDOMAIN ?? '{subdomain}',
    ),
    ...files,
  };
}
export type Config = ReturnType<typeof readConfig>;
