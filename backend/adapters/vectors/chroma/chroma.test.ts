import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromaClient } from 'chromadb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vector } from '../../../ports/vectors.ts';
import { createChroma } from './create-chroma.ts';
import { type ChromaServer, startChromaServer } from './start-server.ts';

const unit = (index: number): number[] => [Math.cos(index), Math.sin(index), 0];
const manyVectors = (count: number): Vector[] =>
  Array.from({ length: count }, (_, index) => ({ id: `v${index}`, embedding: unit(index) }));

/** Ends a server as its own crash would. */
function kill(folder: string): void {
  const lines = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  for (const line of lines)
    if (line.includes('server-process') && line.includes(folder)) process.kill(Number.parseInt(line, 10), 'SIGKILL');
}

describe('vectors on a real Chroma server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'triage-chroma-'));
  let server: ChromaServer;
  let deaths = 0;
  const start = (): Promise<ChromaServer> =>
    startChromaServer(folder, () => {
      deaths += 1;
    });
  beforeAll(async () => {
    server = await start();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds the nearest first, with cosine similarity', async () => {
    const collection = createChroma(server).forTenant('a', 'e1');
    await collection.upsert([
      { id: 'x', embedding: [1, 0, 0] },
      { id: 'y', embedding: [0, 1, 0] },
      { id: 'xy', embedding: [1, 1, 0] },
    ]);
    const found = await collection.nearest([2, 0.2, 0], 2);
    expect(found.map(({ id }) => id)).toEqual(['x', 'xy']);
    expect(found[0]?.similarity).toBeCloseTo(0.995, 2);
    expect(await collection.count()).toBe(3);
  });

  it('keeps tenants and embedders apart, whatever they are called', async () => {
    const chroma = createChroma(server);
    await chroma.forTenant('b', 'e1').upsert([{ id: 'secret', embedding: [1, 0, 0] }]);
    expect(await chroma.forTenant('b', 'e2').nearest([1, 0, 0], 5)).toEqual([]);
    expect(await chroma.forTenant('be', '1').nearest([1, 0, 0], 5)).toEqual([]);
  });

  it('keeps what it acknowledged over a restart of the server', async () => {
    await createChroma(server)
      .forTenant('c', 'e1')
      .upsert([{ id: 'kept', embedding: [0, 0, 1] }]);
    await server.stop();
    server = await start();
    expect(await createChroma(server).forTenant('c', 'e1').nearest([0, 0, 1], 1)).toMatchObject([{ id: 'kept' }]);
  });

  it('writes and removes more than fits into one request', async () => {
    const chroma = createChroma(server);
    const [collection, inspection] = [chroma.forTenant('d', 'e1'), chroma.inspect('d', 'e1')];
    await collection.upsert(manyVectors(1_100));
    const ids = (await Promise.all([0, 1_000].map((offset) => inspection.list(offset, 1_000)))).flat();
    expect([ids.length, new Set(ids).size, await collection.count()]).toEqual([1_100, 1_100, 1_100]);
    await collection.remove(ids.filter((id) => id !== 'v7').concat('never there'));
    expect(await inspection.list(0, 10)).toEqual(['v7']);
  });

  it('tells what is there, and which vectors are sound', async () => {
    const chroma = createChroma(server);
    const inspection = chroma.inspect('e', 'e1');
    expect(await inspection.findPresent(['v1'])).toEqual([]);
    await chroma.forTenant('e', 'e1').upsert(manyVectors(3));
    expect((await inspection.findPresent(['v1', 'v9', 'v2'])).sort()).toEqual(['v1', 'v2']);
    expect((await inspection.findSound(['v0', 'v1'])).sort()).toEqual(['v0', 'v1']);
  });

  it('asks nothing of a collection that was dropped, makes none by asking, and fills it anew from another process too', async () => {
    const [chroma, other] = [createChroma(server), createChroma(server)];
    await chroma.forTenant('f', 'e1').upsert(manyVectors(3));
    await other.drop('f', 'e1');
    const made = await new ChromaClient(server).countCollections();
    expect(await chroma.forTenant('f', 'e1').nearest(unit(1), 3)).toEqual([]);
    expect([await chroma.forTenant('f', 'e1').count(), await other.forTenant('f', 'e1').count()]).toEqual([0, 0]);
    await chroma.forTenant('f', 'e1').remove(['v1']);
    expect(await new ChromaClient(server).countCollections()).toBe(made);
    await chroma.forTenant('f', 'e1').upsert(manyVectors(2));
    expect(await other.forTenant('f', 'e1').count()).toBe(2);
    await chroma.drop('f', 'nothing there');
  });

  it('says that vectors of another length are not taken', async () => {
    const collection = createChroma(server).forTenant('g', 'e1');
    await collection.upsert(manyVectors(1));
    await expect(collection.nearest([1, 0], 1)).rejects.toMatchObject({ code: 'rejected', retryable: false });
    await expect(collection.upsert([{ id: 'long', embedding: [1, 0, 0, 0] }])).rejects.toMatchObject({
      code: 'rejected',
    });
  });

  it('starts a server again that dies, with what it had acknowledged, on the same port', async () => {
    const chroma = createChroma(server);
    await chroma.forTenant('h', 'e1').upsert(manyVectors(3));
    const before = deaths;
    kill(folder);
    await expect.poll(() => deaths).toBe(before + 1);
    await expect.poll(() => chroma.isUp()).toBe(true);
    await expect
      .poll(() =>
        chroma
          .forTenant('h', 'e1')
          .count()
          .catch(() => null),
      )
      .toBe(3);
  });

  it('asks no more for a while once the connection has broken again and again', async () => {
    const gone = createChroma({ host: '127.0.0.1', port: 1 }).forTenant('a', 'e1');
    const ask = () => gone.count().catch(({ message }: Error) => message);
    const answers = [await ask(), await ask(), await ask(), await ask()];
    expect(new Set(answers.slice(0, 3)).size).toBe(1);
    expect(answers[3]).toBe('chroma: its connection broke a moment ago');
  });

  it('sets a folder aside that it cannot read, or on wish, and starts on an empty one', async () => {
    const broken = join(folder, 'broken');
    const aside = () => readdirSync(folder).filter((name) => name.startsWith('broken.unreadable-'));
    mkdirSync(broken);
    writeFileSync(join(broken, 'chroma.sqlite3'), 'this is no database');
    const revived = await startChromaServer(broken);
    const chroma = createChroma(revived);
    expect(await chroma.forTenant('a', 'e1').count()).toBe(0);
    const [first] = aside();
    await chroma.forTenant('a', 'e1').upsert(manyVectors(2));
    await chroma.restart({ afresh: false });
    expect(await chroma.forTenant('a', 'e1').count()).toBe(2);
    await chroma.restart({ afresh: true });
    expect(await chroma.forTenant('a', 'e1').count()).toBe(0);
    expect(aside()).toHaveLength(1);
    expect(aside()).not.toEqual([first]);
    await revived.stop();
  });

  it('says that it is down instead of hanging, and that it cannot start what is not its own', async () => {
    const chroma = createChroma({ host: '127.0.0.1', port: 1 });
    expect(await chroma.isUp()).toBe(false);
    expect(await chroma.restart({ afresh: true })).toBe(false);
    await expect(chroma.forTenant('a', 'e1').count()).rejects.toMatchObject({ name: 'OutsideError', party: 'chroma' });
  });
});
