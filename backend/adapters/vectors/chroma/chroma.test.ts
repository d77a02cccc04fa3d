import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChroma } from './create-chroma.ts';
import { type ChromaServer, startChromaServer } from './start-server.ts';

describe('vectors on a real Chroma server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'triage-chroma-'));
  let server: ChromaServer;
  beforeAll(async () => {
    server = await startChromaServer(folder);
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
    server = await startChromaServer(folder);
    expect(await createChroma(server).forTenant('c', 'e1').nearest([0, 0, 1], 1)).toMatchObject([{ id: 'kept' }]);
  });

  it('sets a folder aside that it cannot read, and starts on an empty one', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'chroma.sqlite3'), 'this is no database');
    const revived = await startChromaServer(broken);
    expect(await createChroma(revived).forTenant('a', 'e1').count()).toBe(0);
    await revived.stop();
    expect(readdirSync(folder).some((name) => name.startsWith('broken.unreadable-'))).toBe(true);
  });

  it('says that it is down instead of hanging', async () => {
    const chroma = createChroma({ host: '127.0.0.1', port: 1 });
    expect(await chroma.isUp()).toBe(false);
    await expect(chroma.forTenant('a', 'e1').count()).rejects.toMatchObject({ name: 'OutsideError', party: 'chroma' });
  });
});
