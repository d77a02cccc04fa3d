import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startZendesk, type ZendeskSandbox } from '../../sandbox/zendesk/start.ts';
import { createClock, SMALL_SEED } from '../../sandbox/zendesk/test-client.ts';
import { createZendesk } from '../adapters/helpdesk/zendesk/create-zendesk.ts';
import { runImport } from '../knowledge/run-import.ts';
import { startHelpdeskImport } from '../knowledge/start-import.ts';
import { OutsideError } from '../ports/errors.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { LogFields } from '../ports/log.ts';
import type { Queue } from '../ports/queue.ts';
import { databases, type TestDatabase } from '../test/databases.ts';
import { createImportParts } from '../test/import-parts.ts';
import { type JobParts, startJobs } from './index.ts';

const RESPONSE =
  'Open Settings, choose Export and pick the months that you need; the file is made within a minute and a link to it is sent to the address of your account.';
const SEED = { ...SMALL_SEED, solved: SMALL_SEED.solved.map((ticket) => ({ ...ticket, response: RESPONSE })) };

describe.each(databases)('the import job on $kind', ({ open }) => {
  let test: TestDatabase;
  let queue: Queue;
  let zendesk: ZendeskSandbox;
  let tenantId: string;
  let clock: ReturnType<typeof createClock>;
  beforeEach(async () => {
    clock = createClock(new Date().toISOString());
    const limits = { exportsPerMinute: 100 };
    [test, zendesk] = await Promise.all([open(), startZendesk({ seed: SEED, limits, now: clock.now })]);
    queue = await test.openQueue();
    tenantId = randomUUID();
  });
  afterEach(async () => {
    await queue.close();
    await Promise.all([test.close(), zendesk.close()]);
  });

  const connect = (): Helpdesk =>
    createZendesk({
      baseUrl: zendesk.url,
      clientId: zendesk.oauth.clientId,
      clientSecret: zendesk.oauth.clientSecret,
      webhookSecrets: ['s'],
      fetch,
    });

  /** Lets the nightly job run until an import has ended, and gives back the outcomes on the way. */
  const runNightly = async (helpdesk: Helpdesk): Promise<unknown[]> => {
    const { parts } = createImportParts(test, tenantId, helpdesk);
    const { tenant } = parts;
    const done = Promise.withResolvers<void>();
    const lines: LogFields[] = [];
    await startJobs({
      ...{
        ...parts,
        queue,
        workers: 1,
        tenants: { find: () => tenant, findByIssuer: () => tenant, all: () => [tenant] },
      },
      log: (_: string, fields: LogFields) => {
        if (fields.job !== 'import-knowledge') return;
        lines.push(fields);
        if (/^(done|failed)/.test(String(fields.outcome))) done.resolve();
      },
    } as unknown as JobParts);
    await queue.enqueue('import-knowledge', { tenantId }, tenantId);
    await done.promise;
    return lines.map(({ outcome }) => outcome);
  };
  const imports = () => test.store.listImports(tenantId, 10);

  it('brings in what the account has: solved tickets, and articles in every language', async () => {
    expect(await runNightly(connect())).toEqual(['begun', 'done']);
    const [run] = await imports();
    expect(run).toMatchObject({ state: 'done', source: 'helpdesk', kept: 3, total: 5, read: 5 });
    expect(run?.leftOut).toEqual({
      not_solved: { count: 1, examples: ['1001'] },
      bad_satisfaction: { count: 1, examples: ['2'] },
    });
    expect(await test.store.countKnowledge(tenantId)).toMatchObject({ items: 3, articles: 2, gold: 1 });
    expect(await queue.countWaiting('index-knowledge')).toBeLessThanOrEqual(1);
  });

  it('waits as long as the helpdesk asks, and then goes on with the same run', async () => {
    const helpdesk = connect();
    let busy = 2;
    const fetchArticles: Helpdesk['fetchArticles'] = async (cursor) => {
      busy -= 1;
      if (busy >= 0) throw new OutsideError('zendesk', 'rate_limited', 'answered 429', 1);
      return helpdesk.fetchArticles(cursor);
    };
    const outcomes = await runNightly({ ...helpdesk, fetchArticles });
    expect(outcomes).toEqual(['begun', 'put_off:rate_limited', 'put_off:rate_limited', 'done']);
    expect(await imports()).toMatchObject([{ state: 'done', read: 5, kept: 3 }]);
  });

  it('goes on with the run that a dead process left, and begins no second one', async () => {
    const left = await startHelpdeskImport(tenantId, { dryRun: false, all: false }, test.store);
    expect(await runNightly(connect())).toEqual(['goes_on', 'done']);
    expect(await imports()).toMatchObject([{ id: left.id, state: 'done', read: 5 }]);
  });

  it('begins a real import although a dry one was left', async () => {
    await startHelpdeskImport(tenantId, { dryRun: true, all: false }, test.store);
    expect(await runNightly(connect())).toEqual(['begun', 'done']);
    expect(await imports()).toMatchObject([{ dryRun: false, state: 'done', kept: 3 }, { dryRun: true }]);
  });

  it('ends a run that the helpdesk refuses, and tries no more', async () => {
    const refuse = () => Promise.reject(new OutsideError('zendesk', 'unauthorized', 'answered 401'));
    expect(await runNightly({ ...connect(), fetchExport: refuse })).toEqual(['begun', 'failed:zendesk:unauthorized']);
    expect(await imports()).toMatchObject([{ state: 'failed', failure: 'zendesk:unauthorized', read: 0 }]);
  });

  it('takes out what the helpdesk no longer has: deleted tickets and removed articles', async () => {
    const { parts, held } = createImportParts(test, tenantId, connect());
    const importNow = async () => {
      const run = await startHelpdeskImport(tenantId, { dryRun: false, all: false }, test.store);
      return runImport(run, parts);
    };
    expect(await importNow()).toMatchObject({ state: 'done', kept: 3, removed: 0 });
    zendesk.changeArticle('de', 'Erstattung', null);
    zendesk.deleteTicket(1);
    // The export says nothing of the last minute.
    clock.pass(61_000);
    expect(await importNow()).toMatchObject({ state: 'done', kept: 1, removed: 2 });
    expect(await test.store.countKnowledge(tenantId)).toMatchObject({ items: 1, articles: 1 });
    expect([...held.keys()]).toEqual([expect.stringMatching(/^article:en-us:/)]);
  });
});
