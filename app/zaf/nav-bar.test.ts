import { describe, expect, it } from 'vitest';
import { FakeZendesk } from '../test/fake-zendesk.ts';
import { connectNavBar } from './nav-bar.ts';
import type { Registration } from './zaf-client.ts';

const PAGE = new URL('https://app.test/admin?app_guid=g&origin=https%3A%2F%2Facme.zendesk.com');

function open(metadata: Registration['metadata'], url = PAGE) {
  const zendesk = new FakeZendesk();
  const heard: string[] = [];
  const registered = Promise.withResolvers<(registration: Registration) => void>();
  const init = (tell: (registration: Registration) => void = () => {}) => {
    registered.resolve(tell);
    return zendesk.client;
  };
  const frame = connectNavBar(url, (segments) => heard.push(segments), Promise.resolve({ init }));
  return { zendesk, heard, frame, register: async () => (await registered.promise)({ metadata, context: {} }) };
}

async function addressOf(metadata: Registration['metadata']) {
  const { frame, register } = open(metadata);
  await register();
  return (await frame)?.address;
}

describe('the page in the navigation bar', () => {
  it('hears where it is asked to go, from before it is connected', async () => {
    const { zendesk, heard, frame, register } = open({ name: 'Ticket Triage' });
    await register();
    expect(zendesk.listenersTo('app.route.changed')).toBe(1);
    zendesk.emit('app.route.changed', { appName: 'ticket-triage', paramPath: 'volume/by=language' });
    await frame;
    zendesk.emit('app.route.changed', { appName: 'ticket-triage', paramPath: 'drift' });
    expect(heard).toEqual(['volume/by=language', 'drift']);
  });

  it('takes anything else for nowhere', async () => {
    const { zendesk, heard, register } = open({ name: 'Ticket Triage' });
    await register();
    for (const odd of [undefined, null, 'volume', 7, {}, { paramPath: null }, { paramPath: ['volume'] }])
      zendesk.emit('app.route.changed', odd);
    expect(new Set(heard)).toEqual(new Set(['']));
  });

  it.each([
    ['Ticket Triage', 'ticket-triage'],
    ['ticketTriage_EU 2', 'ticket-triage-eu-2'],
    ['Triage/Köln', 'triage%2Fk%C3%B6ln'],
  ])('knows its address by its name: %s', async (name, slug) =>
    expect(await addressOf({ name })).toBe(`https://acme.zendesk.com/agent/apps/${slug}`),
  );

  it('goes by the name that it was given when it was installed', async () => {
    expect(await addressOf({ name: 'Ticket Triage', settings: { title: 'Our triage' } })).toMatch(/\/our-triage$/);
    expect(await addressOf({ name: 'Ticket Triage', settings: { title: '' } })).toMatch(/\/ticket-triage$/);
    expect(await addressOf({})).toBeUndefined();
  });

  it('is nowhere outside of Zendesk', async () => {
    const { frame } = open({ name: 'Ticket Triage' }, new URL('https://app.test/admin?origin=https://evil.example'));
    expect(await frame).toBeNull();
  });
});
