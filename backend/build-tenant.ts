import { createPresidio } from './adapters/detector/presidio/create-presidio.ts';
import { createLexicalEmbedder } from './adapters/embedder/lexical/create-lexical-embedder.ts';
import { createOpenAiEmbedder } from './adapters/embedder/openai/create-openai-embedder.ts';
import { type Breaker, createBreaker, createOpenAiEngine } from './adapters/engine/openai/create-openai-engine.ts';
import { createRulesEngine } from './adapters/engine/rules/create-rules-engine.ts';
import { createZendeskAccount } from './adapters/helpdesk/zendesk/create-account.ts';
import { createZendesk } from './adapters/helpdesk/zendesk/create-zendesk.ts';
import { type Config, versionOf } from './config.ts';
import { categoriesOf, type Taxonomy } from './contract/categories.ts';
import type { TenantSettings } from './contract/tenant-settings.ts';
import { environmentSettings } from './environment-settings.ts';
import type { ModelHolder } from './model-holder.ts';
import { paceUpdates } from './pace-updates.ts';
import { followTaxonomy } from './pipeline/routing/follow-taxonomy.ts';
import type { Detector } from './ports/detector.ts';
import type { Embedder } from './ports/embedder.ts';
import type { Engine } from './ports/engine.ts';
import { OutsideError } from './ports/errors.ts';
import type { Log } from './ports/log.ts';
import type { Store } from './ports/store.ts';
import type { Tenant } from './ports/tenant.ts';
import type { TenantState } from './tenants.ts';

export type BuildParts = { config: Config; fetch: typeof fetch; log: Log; store: Store };

/** Models of one provider and key share a breaker, whichever tenant asks. */
export type Breakers = { first: Breaker; second: Breaker };
export const createBreakers = ({ config }: Pick<BuildParts, 'config'>): Breakers => {
  const first = createBreaker();
  const { FALLBACK_API_KEY: key, FALLBACK_BASE_URL: url, OPENAI_API_KEY, OPENAI_BASE_URL } = config;
  const isSame = (key ?? OPENAI_API_KEY) === OPENAI_API_KEY && (url ?? OPENAI_BASE_URL) === OPENAI_BASE_URL;
  return { first, second: isSame ? first : createBreaker() };
};

/** Triage goes on without it; whoever runs it must see that it did. */
function createDetector({ config, fetch, log }: BuildParts): Detector | null {
  if (!config.PRESIDIO_URL) return null;
  const presidio = createPresidio({ url: config.PRESIDIO_URL, fetch });
  return {
    detect: (text, language, signal) =>
      presidio.detect(text, language, signal).catch((error) => {
        log('fault', { part: 'presidio', code: error instanceof OutsideError ? error.code : 'unknown' });
        throw error;
      }),
  };
}

type Ladder = { builtin: Engine; model: string; breakers: Breakers };

/** The ladder: the model, a second one, the builtin engine, rules. */
function createEngines({ config, fetch }: BuildParts, { builtin, model, breakers }: Ladder): Engine[] {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, FALLBACK_MODEL: second } = config;
  const below = [builtin, createRulesEngine()];
  if (!apiKey) return below;
  const first = createOpenAiEngine({ apiKey, baseURL, model, fetch, breaker: breakers.first });
  if (!second) return [first, ...below];
  const other = { apiKey: config.FALLBACK_API_KEY ?? apiKey, baseURL: config.FALLBACK_BASE_URL ?? baseURL };
  return [first, createOpenAiEngine({ ...other, model: second, fetch, breaker: breakers.second }), ...below];
}

function createEmbedder({ config, fetch }: BuildParts): Embedder {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_EMBEDDING_MODEL: model } = config;
  return config.EMBEDDER === 'openai' && apiKey
    ? createOpenAiEmbedder({ apiKey, baseURL, model, dimensions: 1536, fetch })
    : createLexicalEmbedder();
}

/** The embedder that another configuration had, so that its collection serves until the new one is whole. */
function findEmbedder(id: string, { config, fetch }: BuildParts): Embedder | null {
  const lexical = createLexicalEmbedder();
  if (id === lexical.id) return lexical;
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = config;
  const [, model, dimensions] = /^openai-(.+)-(\d+)$/.exec(id) ?? [];
  return apiKey && model
    ? createOpenAiEmbedder({ apiKey, baseURL, model, dimensions: Number(dimensions), fetch })
    : null;
}

/** How the account is reached: as the environment's own client, or as one of its admins allowed. */
function zendeskAccountOf(id: string, parts: BuildParts) {
  const { config, fetch, store } = parts;
  const baseUrl = config.ZENDESK_URL.replace('{subdomain}', id);
  const { ZENDESK_CLIENT_ID, ZENDESK_CLIENT_SECRET, OAUTH_CLIENT_ID = '', OAUTH_CLIENT_SECRET = '' } = config;
  const { MARKETPLACE_NAME: name, MARKETPLACE_ORGANIZATION_ID: organizationId, MARKETPLACE_APP_ID: appId } = config;
  const marketplace = name && organizationId && appId ? { name, organizationId, appId } : null;
  return ZENDESK_CLIENT_ID && ZENDESK_CLIENT_SECRET
    ? { baseUrl, clientId: ZENDESK_CLIENT_ID, clientSecret: ZENDESK_CLIENT_SECRET, marketplace, fetch }
    : {
        baseUrl,
        clientId: OAUTH_CLIENT_ID,
        clientSecret: OAUTH_CLIENT_SECRET,
        marketplace,
        kept: { tenantId: id, store },
        fetch,
      };
}

const endsLater = ({ endsAt }: { endsAt: string | null }): boolean =>
  endsAt === null || Date.parse(endsAt) > Date.now();

export const taxonomyOf = ({ taxonomy }: TenantSettings): Taxonomy => ({ ...taxonomy, version: versionOf(taxonomy) });

/** Everything that serves one account, as it is set and connected now. */
export function buildTenant(
  id: string,
  { connection, saved }: TenantState,
  { holder, breakers, ...parts }: BuildParts & { holder: ModelHolder; breakers: Breakers },
): Tenant {
  const { config, store } = parts;
  const environment = environmentSettings(config);
  const settings = saved?.settings ?? environment;
  const reached = zendeskAccountOf(id, parts);
  const taxonomy = taxonomyOf(settings);
  const reply = { ...config.reply, draftFrom: settings.draftFrom };
  const [ownWebhook, ownSidebar] = [config.ZENDESK_WEBHOOK_SECRET ?? [], config.APP_SECRET ?? []];
  const helpdesk = createZendesk({
    ...reached,
    webhookSecrets: [...ownWebhook, ...(connection?.webhook?.secrets ?? [])],
    groupOf: { ...connection?.groupOf, ...settings.groupOf },
    questions: reply.askDetails,
  });
  const kind = config.ZENDESK_CLIENT_ID ? 'environment' : 'oauth';
  const given = { webhook: ownWebhook.length > 0, sidebar: ownSidebar.length > 0 };
  return {
    id,
    kind,
    settings,
    environment,
    mode: settings.mode,
    modeOf: settings.modeOf,
    appSecrets: () => [
      ...ownSidebar,
      ...(connection?.sidebarSecrets ?? []).filter(endsLater).map(({ secret }) => secret),
    ],
    helpdesk: paceUpdates(helpdesk, { tenantId: id, perMinute: config.UPDATES_PER_MINUTE, store }),
    account: createZendeskAccount({ ...reached, access: { kind, given } }),
    engines: createEngines(parts, { builtin: holder.engine, model: settings.model, breakers }),
    builtin: holder,
    embedder: createEmbedder(parts),
    findEmbedder: (embedderId) => findEmbedder(embedderId, parts),
    reply,
    askDetails: settings.askDetails,
    retention: settings.retention,
    model: settings.model,
    masking: settings.masking,
    detector: createDetector(parts),
    images: settings.readImages,
    taxonomy,
    routing: followTaxonomy(config.routing, categoriesOf(taxonomy)).rules,
    slaWarnings: settings.slaWarnings,
    reviewBelow: settings.reviewBelow,
    prices: config.prices,
    monthlyBudgetUsd: settings.monthlyBudgetUsd,
  };
}
