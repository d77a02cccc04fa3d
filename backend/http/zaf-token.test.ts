import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Opened, readZafToken } from './zaf-token.ts';

const HOST = 'https://acme.zendesk.com';
const OPENED: Opened = { tenantId: 'acme', installationId: '71', userId: '9' };

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const pemOf = (key: KeyObject): string => createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();

describe('the token that Zendesk posts with our page', () => {
  let [key, othersKey]: KeyObject[] = [];
  let pem: string;
  beforeAll(() => {
    [key, othersKey] = [pair().privateKey, pair().privateKey];
    pem = pemOf(key);
  });

  const now = () => Math.floor(Date.now() / 1000);
  const claimsOf = (over: Record<string, unknown> = {}) => {
    const all = {
      iss: 'acme.zendesk.com',
      aud: `${HOST}/api/v2/apps/installations/71.json`,
      sub: `${HOST}/api/v2/users/9.json`,
      iat: now(),
      nbf: now(),
      exp: now() + 60,
      context: { product: 'support', location: 'nav_bar' },
      ...over,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  };
  const sign = (over: Record<string, unknown> = {}, by: KeyObject | Uint8Array | undefined = key, header = {}) =>
    new SignJWT(claimsOf(over)).setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...header }).sign(by as KeyObject);
  const read = (token: string) => readZafToken(token, async () => pem);

  it('names who opened it, in which account, from which installation', async () => {
    const asked: Opened[] = [];
    const readKey = async (opened: Opened) => {
      asked.push(opened);
      return pem;
    };
    expect(await readZafToken(await sign(), readKey)).toEqual(OPENED);
    expect(asked).toEqual([OPENED]);
  });

  it.each([
    ['without .json in the audience', { aud: `${HOST}/api/v2/apps/installations/71` }],
    ['with the bare id of the user', { sub: '9' }],
    ['without nbf', { nbf: undefined }],
    ['from a clock that is a little ahead', { iat: now() + 20, nbf: now() + 20 }],
  ])('counts %s', async (_, over) => {
    expect(await read(await sign(over))).toEqual(OPENED);
  });

  it('counts whatever key its header names, since there is one key alone', async () => {
    for (const header of [{ kid: 'unknown' }, { kid: '../../key' }, { jku: 'https://evil.example/keys' }])
      expect(await read(await sign({}, key, header))).toEqual(OPENED);
  });

  const host = 'https://other.zendesk.com';
  it.each<[string, Record<string, unknown>]>([
    ['of another account by its issuer', { iss: 'other.zendesk.com' }],
    ['for an installation of another account', { aud: `${host}/api/v2/apps/installations/71.json` }],
    ['of a user of another account', { sub: `${host}/api/v2/users/9.json` }],
    ['of a host that only begins like Zendesk', { iss: 'acme.zendesk.com.evil.example' }],
    ['of a host that only ends like Zendesk', { iss: 'evil.example/acme.zendesk.com' }],
    ['of an issuer with an address', { iss: HOST }],
    ['of an issuer in capitals', { iss: 'ACME.zendesk.com' }],
    ['of an issuer with a line break', { iss: 'acme.zendesk.com\n' }],
    ['of every account at once', { iss: '*.zendesk.com' }],
    ['without an issuer', { iss: undefined }],
    ['for no installation', { aud: `${HOST}/api/v2/apps/installations/.json` }],
    ['for an installation with a path behind it', { aud: `${HOST}/api/v2/apps/installations/71.json/../72.json` }],
    ['for an installation that is no number', { aud: `${HOST}/api/v2/apps/installations/7e1.json` }],
    ['for something else of the account', { aud: `${HOST}/api/v2/apps/71.json` }],
    ['for several', { aud: [`${HOST}/api/v2/apps/installations/71.json`, 'https://evil.example'] }],
    ['without an audience', { aud: undefined }],
    ['of nobody', { sub: undefined }],
    ['of a user that is no number', { sub: `${HOST}/api/v2/users/me.json` }],
    ['that has ended', { iat: now() - 200, nbf: now() - 200, exp: now() - 60 }],
    ['that never ends', { exp: undefined }],
    ['of an unknown age', { iat: undefined }],
    ['that lives for longer than a page needs', { iat: now() - 400, exp: now() + 3_600 }],
    ['of the future', { iat: now() + 120, exp: now() + 180 }],
    ['that does not hold yet', { nbf: now() + 120 }],
    ['with an end in words', { exp: 'tomorrow' }],
  ])('is refused %s', async (_, over) => {
    expect(await read(await sign(over))).toBeNull();
  });

  it('is refused by any other key, and by the same key in another way', async () => {
    const secret = new TextEncoder().encode(pem);
    const trimmed = new TextEncoder().encode(pem.trim());
    const embedded = { jwk: createPublicKey(othersKey as KeyObject).export({ format: 'jwk' }) };
    const made = await Promise.all([
      sign({}, othersKey),
      sign({}, othersKey, embedded),
      sign({}, secret, { alg: 'HS256' }),
      sign({}, trimmed, { alg: 'HS256' }),
      sign({}, secret, { alg: 'HS512' }),
      sign({}, key, { alg: 'RS384' }),
      sign({}, key, { alg: 'RS512' }),
      sign({}, key, { alg: 'PS256' }),
      new UnsecuredJWT(claimsOf()).encode(),
    ]);
    for (const token of made) expect(await read(token)).toBeNull();
    const [header, payload, signature] = (await sign()).split('.');
    const none = Buffer.from('{"alg":"None"}').toString('base64url');
    for (const forged of [`${none}.${payload}.${signature}`, `${header}.${payload}.`, `${header}.${payload}`])
      expect(await read(forged)).toBeNull();
  });

  it('is refused where the key is not known, or is none', async () => {
    const token = await sign();
    for (const given of [null, '', '<html>Sign in</html>', pem.slice(0, 200)])
      expect(await readZafToken(token, async () => given)).toBeNull();
  });

  it('is refused with any one character changed', async () => {
    const token = await sign();
    const at = fc.integer({ min: 0, max: token.length - 1 });
    const by = fc.constantFrom(...'AQgw09-_. ');
    await fc.assert(
      fc.asyncProperty(at, by, async (index, letter) => {
        fc.pre(token[index] !== letter);
        const changed = token.slice(0, index) + letter + token.slice(index + 1);
        // The last character of a part holds bits that stand for nothing: the bytes are the same.
        fc.pre(changed.split('.').some((one, part) => !bytesOf(one).equals(bytesOf(token.split('.')[part] ?? ''))));
        expect(await read(changed)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('may be anything at all: no key is asked for, and nothing is thrown', async () => {
    const readKey = async () => {
      throw new Error('The key was asked for');
    };
    const part = fc.oneof(
      fc.string(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    const token = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 5 }).map((parts) => parts.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(token, async (text) => {
        expect(await readZafToken(text, readKey)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url');
