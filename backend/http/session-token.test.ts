import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { roleSchema } from '../contract/session.ts';
import { createSessionTokens, type SessionClaims } from './session-token.ts';

const KEY = new Uint8Array(32).fill(3);
const sessions = createSessionTokens(KEY);
const HOURS_12 = 12 * 3_600;

const now = () => Math.floor(Date.now() / 1000);
const claims = (over: Partial<SessionClaims> = {}): SessionClaims => ({
  ...{ tenant: 'acme', userId: '9', role: 'admin', since: now() },
  ...over,
});
/** One of ours but for what is changed; undefined takes a claim out. */
const forge = (over: Record<string, unknown> = {}, alg = 'HS256', by = KEY) => {
  const all = {
    ...{ tenant: 'acme', role: 'admin', since: now(), sub: '9', aud: 'ticket-triage:page' },
    ...{ iat: now(), exp: now() + 60 },
    ...over,
  };
  const payload = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return { payload, token: new SignJWT(payload).setProtectedHeader({ alg }).sign(createSecretKey(by)) };
};

describe("the page's session", () => {
  afterEach(() => vi.useRealTimers());

  it('comes back as it was issued, in any process with the key, and in none with another', async () => {
    const anyone = fc.record<SessionClaims>({
      tenant: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,62}$/),
      userId: fc.stringMatching(/^\d{1,20}$/),
      role: fc.constantFrom(...roleSchema.options),
      since: fc.integer({ min: now() - HOURS_12 + 600, max: now() }),
    });
    const [same, other] = [createSessionTokens(Uint8Array.from(KEY)), createSessionTokens(randomBytes(32))];
    await fc.assert(
      fc.asyncProperty(anyone, async (issued) => {
        const { token } = await sessions.issue(issued);
        expect(await same.read(token)).toEqual(issued);
        expect(await other.read(token)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it('ends after a quarter of an hour, says so, and can be had anew for twelve hours', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 });
    const since = now();
    const { token, expiresAt } = await sessions.issue(claims());
    expect(Date.parse(expiresAt) - Date.now()).toBe(15 * 60_000);
    expect(decodeJwt(token)).toMatchObject({ iat: since, exp: since + 900, since });
    vi.setSystemTime(Date.now() + 14 * 60_000);
    expect(await sessions.read(token)).toEqual(claims({ since }));
    vi.setSystemTime(Date.now() + 60_000);
    expect(await sessions.read(token)).toBeNull();
    vi.setSystemTime((since + HOURS_12 - 60) * 1000);
    const last = await sessions.issue(claims({ since }));
    expect(Date.parse(last.expiresAt)).toBe((since + HOURS_12) * 1000);
    vi.setSystemTime((since + HOURS_12) * 1000);
    expect(await sessions.read(last.token)).toBeNull();
    expect(await sessions.read((await sessions.issue(claims({ since }))).token)).toBeNull();
  });

  it.each<[string, Record<string, unknown>]>([
    ['that has ended', { exp: now() - 1 }],
    ['that never ends', { exp: undefined }],
    ['of an unknown age', { iat: undefined }],
    ['of nobody', { sub: undefined }],
    ['of an empty user', { sub: '' }],
    ['of no account', { tenant: undefined }],
    ['of several accounts', { tenant: ['acme', 'other'] }],
    ['of an account that is a number', { tenant: 7 }],
    ['without the time that Zendesk vouched for it', { since: undefined }],
    ['with that time in words', { since: '1800000000' }],
    ['without a role', { role: undefined }],
    ['of a role that there is not', { role: 'owner' }],
    ['of several roles', { role: ['admin'] }],
    ['for something else', { aud: 'https://triage.example' }],
    ['for nothing', { aud: undefined }],
  ])('is refused to one %s', async (_, over) => {
    expect(await sessions.read(await forge(over).token)).toBeNull();
  });

  it('is refused in any other algorithm, and where somebody else has signed it', async () => {
    expect(await sessions.read(await forge().token)).not.toBeNull();
    const long = new Uint8Array(64).fill(3);
    expect(await createSessionTokens(long).read(await forge({}, 'HS256', long).token)).not.toBeNull();
    for (const algorithm of ['HS384', 'HS512'])
      expect(await createSessionTokens(long).read(await forge({}, algorithm, long).token)).toBeNull();
    expect(await sessions.read(new UnsecuredJWT(forge().payload).encode())).toBeNull();
    expect(await sessions.read(await forge({}, 'HS256', randomBytes(32)).token)).toBeNull();
    // What the sidebar's proxy signs, with a secret that happened to be the key.
    const sidebar = { iss: 'acme', aud: 'https://triage.example', ticket_id: '1', sub: '9' };
    expect(await sessions.read(await forge(sidebar).token)).toBeNull();
  });

  it('is refused with any one byte changed, and whatever else is sent', async () => {
    const { token } = await sessions.issue(claims());
    const [head = '', payload = '', signature = ''] = token.split('.');
    const bytes = Buffer.from(payload, 'base64url');
    const at = fc.integer({ min: 0, max: bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(at, fc.integer({ min: 1, max: 255 }), async (index, by) => {
        const changed = Buffer.from(bytes);
        changed[index] = (changed[index] ?? 0) ^ by;
        expect(await sessions.read(`${head}.${changed.toString('base64url')}.${signature}`)).toBeNull();
      }),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await sessions.read(text)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});
