import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { aTenant, only } from '../test/tenant.ts';
import { createServer, type ServerParts } from './server.ts';

const key = new TextEncoder().encode('s'.repeat(32));

describe("the sidebar's door", () => {
  it.each([[['acme']], [123], [{}]])('looks nothing up for an issuer that is no text: %j', async (iss) => {
    const looked: unknown[] = [];
    const tenants = { ...only(aTenant()), find: async (id: unknown) => void looked.push(id) };
    const parts = { tenants, store: {}, log: () => {}, adminToken: null, publicUrl: 'https://triage.example' };
    const server = createServer({ ...parts, requestsPerMinute: 100 } as unknown as ServerParts);
    const token = await new SignJWT({ iss: iss as never }).setProtectedHeader({ alg: 'HS256' }).sign(key);
    const answer = await server.request('/v1/settings', { headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, looked]).toEqual([401, ['']]);
  });
});
