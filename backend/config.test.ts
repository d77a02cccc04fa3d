import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const good = {
  ZENDESK_SUBDOMAIN: 'acme',
  ZENDESK_CLIENT_ID: 'triage',
  ZENDESK_CLIENT_SECRET: 'a-client-secret',
  ZENDESK_WEBHOOK_SECRET: 'a-webhook-secret',
  APP_SECRET: 'x'.repeat(32),
};
const faultsOf = (over: Record<string, string | undefined>): string => {
  try {
    readConfig({ ...good, ...over });
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
};

describe('readConfig', () => {
  it('fills in what works without a key or a server', () => {
    expect(readConfig(good)).toMatchObject({
      PORT: 8787,
      PUBLIC_URL: 'http://localhost:8787',
      ZENDESK_URL: 'https://acme.zendesk.com',
      MODE: 'suggest',
      EMBEDDER: 'lexical',
      APP_SECRET: ['x'.repeat(32)],
    });
  });

  it('names every fault at once', () => {
    const message = faultsOf({ ZENDESK_SUBDOMAIN: undefined, MODE: 'wild', PORT: 'abc', APP_SECRET: 'short' });
    for (const name of ['ZENDESK_SUBDOMAIN', 'MODE', 'PORT', 'APP_SECRET']) expect(message).toContain(`  ${name}:`);
    expect(message).toContain('4 fault(s)');
  });

  it('serves whatever account installs the app, where no account is named', () => {
    const hosted = { OAUTH_CLIENT_ID: 'zdg-triage', OAUTH_CLIENT_SECRET: 's', APP_PUBLIC_KEY: 'BEGIN PUBLIC KEY\\nAA' };
    const config = readConfig(hosted);
    expect(config).toMatchObject({
      ZENDESK_URL: 'https://{subdomain}.zendesk.com',
      APP_PUBLIC_KEY: 'BEGIN PUBLIC KEY\nAA',
    });
    const wrong = { ZENDESK_SUBDOMAIN: undefined, ...hosted, MARKETPLACE_NAME: 'Triage' };
    for (const name of ['ZENDESK_CLIENT_ID', 'ZENDESK_WEBHOOK_SECRET', 'APP_SECRET', 'MARKETPLACE_ORGANIZATION_ID'])
      expect(faultsOf(wrong)).toContain(`  ${name}:`);
    expect(faultsOf({ ...hosted, APP_PUBLIC_KEY: undefined })).toContain('  APP_PUBLIC_KEY:');
  });

  it('repeats no secret in a fault', () => {
    expect(faultsOf({ APP_SECRET: 'tiny-secret', DATA_KEY: '%%%%' })).not.toMatch(/tiny-secret|%%%%/);
  });

  it("refuses Zendesk's public test secret", () => {
    const message = faultsOf({ ZENDESK_WEBHOOK_SECRET: 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==' });
    expect(message).toContain('ZENDESK_WEBHOOK_SECRET');
  });

  it('wants the key that several processes share, and one for the embedder that needs it', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://db/x' })).toContain('DATA_KEY');
    expect(faultsOf({ DATA_KEY: Buffer.alloc(16).toString('base64') })).toContain('32 bytes');
    expect(faultsOf({ EMBEDDER: 'openai' })).toContain('OPENAI_API_KEY');
  });

  it('takes two secrets during a rotation', () => {
    const secrets = `${'a'.repeat(32)}, ${'b'.repeat(32)}`;
    expect(readConfig({ ...good, APP_SECRET: secrets }).APP_SECRET).toEqual(['a'.repeat(32), 'b'.repeat(32)]);
  });

  it('takes what stays readable and which countries the account serves', () => {
    const config = readConfig({
      ...good,
      MASK_KEEP: 'phone, org',
      REGIONS: 'de at CH',
      READ_IMAGES: 'on',
      OPENAI_API_KEY: 'sk',
    });
    expect(config).toMatchObject({ MASK_KEEP: ['PHONE', 'ORG'], REGIONS: ['DE', 'AT', 'CH'], READ_IMAGES: 'on' });
    expect(readConfig(good)).toMatchObject({ MASK_KEEP: [], REGIONS: [], READ_IMAGES: 'off' });
    expect([readConfig(good), readConfig({ ...good, SLA_WARNINGS: 'on' })].map((one) => one.SLA_WARNINGS)).toEqual([
      'off',
      'on',
    ]);
    expect(faultsOf({ SLA_WARNINGS: 'yes' })).toContain('  SLA_WARNINGS:');
    const message = faultsOf({ MASK_KEEP: 'SECRET', REGIONS: 'UK,Germany', PRESIDIO_URL: 'presidio' });
    expect(faultsOf({ REGIONS: 'QQ', READ_IMAGES: 'on' })).toMatch(/REGIONS\.0.*READ_IMAGES=on needs/s);
    expect(message).toContain('MASK_KEEP.0: kinds out of');
    expect(message).toContain('REGIONS.0: ISO 3166');
    expect(message).toContain('REGIONS.1: ISO 3166');
    expect(message).toContain('PRESIDIO_URL: the address');
  });

  const fileOf = (content: unknown): string => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'file.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  };

  it('checks taxonomy and routing against each other', () => {
    const described = { description: 'Seats', examples: ['Where do I sit?'] };
    const { urgency, sentiment } = readConfig(good).taxonomy;
    const taxonomy = fileOf({ categories: { seats: described, luggage: described }, urgency, sentiment });
    const message = faultsOf({ TAXONOMY_FILE: taxonomy });
    expect(message).toContain('seats: this category of the taxonomy has no team');
    expect(message).toContain('billing: the taxonomy has no such category');
    const row = { team: 'a', escalationTeam: 'b', slaHours: { P1: 1, P2: 2, P3: 3, P4: 4 } };
    const config = readConfig({
      ...good,
      TAXONOMY_FILE: taxonomy,
      ROUTING_FILE: fileOf({ categories: { seats: row, luggage: row } }),
    });
    expect(Object.keys(config.taxonomy.categories)).toEqual(['seats', 'luggage']);
    expect(config.taxonomy.version).not.toBe(readConfig(good).taxonomy.version);
  });

  it('says what is wrong with a taxonomy, and where', () => {
    const { urgency, sentiment } = readConfig(good).taxonomy;
    const message = faultsOf({
      TAXONOMY_FILE: fileOf({ categories: { Seats: { description: '' } }, urgency: { P1: 'down' }, sentiment }),
    });
    expect(message).toContain('categories.Seats');
    expect(message).toContain('urgency.P2');
    expect(urgency.P4).toBeTruthy();
  });

  it('wants a first model for a second one, and a price of each for a budget', () => {
    expect(faultsOf({ FALLBACK_MODEL: 'gpt-4.1-mini' })).toContain('OPENAI_API_KEY: FALLBACK_MODEL');
    const models = { OPENAI_API_KEY: 'sk', OPENAI_MODEL: 'llama-4', FALLBACK_MODEL: 'gpt-4.1-mini-2025-04-14' };
    expect(faultsOf({ ...models, MODEL_BUDGET_USD: '50' })).toContain('no price of llama-4 is known');
    const prices = fileOf({
      'llama-4': { input: 0, cachedInput: 0, output: 0 },
      'gpt-4.1-mini': { input: 0.4, cachedInput: 0.1, output: 1.6 },
    });
    expect(readConfig({ ...good, ...models, MODEL_BUDGET_USD: '50', MODEL_PRICES_FILE: prices })).toMatchObject({
      MODEL_BUDGET_USD: 50,
    });
    expect(faultsOf({ MODEL_PRICES_FILE: fileOf({ x: { input: -1 } }) })).toContain('x.input');
  });

  it('says what is wrong with a routing file, and where', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'routing-')), 'routing.json');
    writeFileSync(
      file,
      '{"categories":{"billing":{"team":"Billing Team","escalationTeam":"lead","slaHours":{"P1":-1,"P2":4,"P3":24}}}}',
    );
    const message = faultsOf({ ROUTING_FILE: file });
    expect(message).toContain('billing.team: a team is lower-case letters');
    expect(message).toContain('billing.slaHours.P1: hours are above 0');
    expect(message).toContain('billing.slaHours.P4');
    expect(faultsOf({ ROUTING_FILE: '/no/such/file' })).toContain('ROUTING_FILE: /no/such/file');
  });
});
