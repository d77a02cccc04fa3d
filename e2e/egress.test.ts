import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromaServer } from '../backend/adapters/vectors/chroma/start-server.ts';
import { importListSchema } from '../backend/contract/imports.ts';
import { type OpenAi, startOpenAi } from '../sandbox/openai/start.ts';
import { readSampleSeed } from '../sandbox/zendesk/seed.ts';
import { type BackendProcess, startBackendProcess } from './backend-process.ts';
import { type Hosted, type HostedAccount, prepareHosted } from './hosted-stack.ts';

const RECORDER = new URL('./egress/record.ts', import.meta.url).href;
const CUSTOMER = { name: 'Ada Quill', email: 'ada@quill.example', locale: 'en-US' };
const WORDS = 'I was charged twice for my plan this month, see the invoice that I attached.';

const portOf = (url: string): number => Number(new URL(url).port);

/** Every way to write this machine, a network around it or a cloud's metadata. */
const privateUrls = (port: number): string[] =>
  [
    ...['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '2130706433', '0x7f000001', '017700000001', '127.1'],
    ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', 'localhost.', '169.254.169.254', '10.0.0.1', '192.168.0.1'],
  ].flatMap((host) => [`http://${host}:${port}/attachments/x`, `https://${host}:${port}/attachments/x`]);

describe('what a backend reaches', () => {
  const folder = mkdtempSync(join(tmpdir(), 'triage-egress-'));
  const reached = new Set<string>();
  let openAi: OpenAi;
  let chroma: Awaited<ReturnType<typeof startChromaServer>>;
  let hosted: Hosted;
  let account: HostedAccount;
  let backend: BackendProcess;
  let trap: Server;
  let trapped = 0;

  const listen = (text: string): void => {
    for (const [, address, port] of text.matchAll(/^reached (\S+) (\d+)$/gm)) reached.add(`${address} ${port}`);
  };
  const portsReached = () => [...new Set([...reached].map((place) => Number(place.split(' ')[1])))].sort();
  const allowed = () => [portOf(account.zendesk.url), portOf(openAi.url), chroma.port].sort();

  beforeAll(async () => {
    trap = createServer((socket) => {
      trapped += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(trap, 'listening');
    openAi = await startOpenAi();
    chroma = await startChromaServer(folder);
    const seed = await readSampleSeed();
    hosted = await prepareHosted({
      accounts: 1,
      environment: {
        OPENAI_API_KEY: 'sk-sandbox',
        OPENAI_BASE_URL: openAi.url,
        EMBEDDER: 'openai',
        READ_IMAGES: 'on',
        CHROMA_URL: `http://127.0.0.1:${chroma.port}`,
        NODE_OPTIONS: `--import ${RECORDER} --disable-warning=ExperimentalWarning`,
      },
      zendesk: { seed: { ...seed, tickets: [], solved: seed.solved.slice(0, 8), articles: seed.articles.slice(0, 2) } },
    });
    account = [...hosted.accounts.values()][0] as HostedAccount;
    // The one account, and no other port of this machine.
    hosted.environment.ZENDESK_URL = account.zendesk.url;
    backend = startBackendProcess(hosted.environment, { onOutput: listen });
    await backend.ready;
  });
  afterAll(async () => {
    await backend?.end('SIGTERM');
    await hosted?.close();
    await chroma?.stop();
    await openAi?.close();
    trap?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A connected account's knowledge is imported by itself. */
  const untilImported = async (): Promise<void> => {
    const read = async () => {
      const { json } = await account.adminCall({ path: '/v1/admin/imports' });
      return importListSchema.parse(json).imports;
    };
    await expect.poll(async () => (await read()).at(-1)?.state).toBe('done');
    await expect.poll(async () => (await read()).every(({ state }) => state === 'done')).toBe(true);
    expect((await read()).some(({ kept }) => kept > 5)).toBe(true);
  };

  it('is its account, its model and its vectors, whatever it does', async () => {
    await account.connect();
    await untilImported();
    const attachments = [
      { name: 'invoice.pdf', contentType: 'application/pdf', text: 'Invoice for the quartzroom plan' },
      { name: 'screen.png', contentType: 'image/png' },
    ];
    const { id } = account.zendesk.createTicket({
      subject: 'Charged twice',
      text: WORDS,
      requester: CUSTOMER,
      attachments,
    });
    await expect.poll(() => account.zendesk.readTicket(id).tags).toContain('ait_triaged');
    account.zendesk.deleteWebhook();
    const repaired = await account.adminCall({ path: '/v1/admin/connection/repair', body: {} });
    expect(repaired.status).toBe(200);
    expect(account.zendesk.readWebhooks()).toHaveLength(1);
    expect(openAi.calls.some(({ endpoint }) => endpoint.includes('embeddings'))).toBe(true);
    // The attachment was fetched and read.
    expect(JSON.stringify(openAi.calls.map(({ messages }) => messages))).toContain('quartzroom');
    expect(portsReached()).toEqual(allowed());
  });

  it('is nothing else when a ticket names other addresses', async () => {
    const { port } = trap.address() as AddressInfo;
    const attachments = privateUrls(port).map((content_url, index) => ({
      id: 900 + index,
      file_name: 'invoice.pdf',
      content_type: 'application/pdf',
      size: 100,
      content_url,
    }));
    const before = new Set(reached);
    const comment = { id: 1, author_id: 7, public: true, body: WORDS, attachments };
    const { status, json } = await account.sidebarCall({
      path: '/v1/triages',
      ticketId: '77',
      body: {
        ticket: {
          ticket: { id: 77, subject: 'Charged twice', requester_id: 7 },
          comments: [comment],
          users: [{ id: 7, name: CUSTOMER.name, email: CUSTOMER.email, role: 'end-user' }],
        },
      },
    });
    expect(status).toBeLessThan(300);
    const { id } = json as { id: string };
    const read = () => account.sidebarCall({ path: `/v1/triages/${id}`, ticketId: '77' });
    await expect.poll(async () => ((await read()).json as { status: string }).status).toBe('done');
    expect(trapped).toBe(0);
    expect(
      [...reached].filter((place) => !before.has(place) && !allowed().includes(Number(place.split(' ')[1]))),
    ).toEqual([]);
  });
});
