import { describe, expect, it } from 'vitest';
import { FakeZendesk } from '../test/fake-zendesk.ts';
import { connect } from './connect.ts';
import { isZendeskOrigin } from './origin.ts';
import type { ZafSdk } from './zaf-client.ts';

const at = (origin: string) => new URL(`https://app.test/?app_guid=g&origin=${encodeURIComponent(origin)}`);
const registration = { metadata: { settings: { a: 1 } }, context: { ticketId: 7, account: { subdomain: 'acme' } } };

const sdk = (init: ZafSdk['init']) => Promise.resolve({ init });
const never = sdk(() => {
  throw new Error('init must not be called');
});

describe('connecting', () => {
  it('learns where it is from the one registration', async () => {
    const frame = await connect(
      at('https://acme.zendesk.com'),
      sdk((registered) => {
        registered?.(registration);
        return new FakeZendesk().client;
      }),
    );
    expect(frame).toMatchObject({ ticketId: '7', subdomain: 'acme', settings: { a: 1 } });
  });

  it('does not even start the SDK for a foreign origin', async () => {
    expect(await connect(at('https://evil.example'), never)).toBeNull();
    expect(await connect(new URL('https://app.test/'), never)).toBeNull();
  });

  it('knows that it is outside when the SDK says so', async () => {
    expect(
      await connect(
        at('http://localhost:4000'),
        sdk(() => false),
      ),
    ).toBeNull();
  });
});

describe('origins', () => {
  it.each(['https://acme.zendesk.com', 'http://localhost', 'https://localhost:3000', 'http://127.0.0.1:8080'])(
    'takes %s',
    (origin) => expect(isZendeskOrigin(origin)).toBe(true),
  );

  it.each([
    null,
    '',
    'null',
    'http://acme.zendesk.com',
    'https://zendesk.com.evil.example',
    'https://evilzendesk.com',
    'https://acme.zendesk.com.evil.example',
    'https://a@evil.example/.zendesk.com',
    'https://acme.zendesk.com/',
    'http://localhost.evil.example',
    'http://127.0.0.1:8080@evil.example',
    'javascript:alert(1)//.zendesk.com',
  ])('refuses %s', (origin) => expect(isZendeskOrigin(origin)).toBe(false));
});
