import { describe, expect, it } from 'vitest';
import { FakeZendesk } from '../test/fake-zendesk.ts';
import { enter } from './enter.ts';

const addresses = ({ requests }: FakeZendesk) => requests.map(({ url }) => url.replace(/^https:\/\/[^/]+/, ''));

describe('entering a workspace', () => {
  it('asks for all that the first suggestion needs, once, before anybody shows it', async () => {
    const zendesk = new FakeZendesk();
    const frame = zendesk.frame();
    const [{ backend }, again] = await Promise.all([enter(frame), enter(frame)]);
    await backend?.opening?.whole;
    expect(again.backend).toBe(backend);
    expect(addresses(zendesk).toSorted()).toEqual([
      '/api/v2/tickets/42.json?include=users,organizations',
      '/api/v2/tickets/42/comments.json?include=users',
      '/v1/settings',
      '/v1/triages',
    ]);
    expect(backend?.opening?.known?.triage.id).toBe(zendesk.triages[0]?.id);
    expect(backend?.opening?.known?.desk.form?.values['ticket.priority']).toBe('normal');
  });

  it('knows nothing ahead where the backend does not answer', async () => {
    const zendesk = new FakeZendesk();
    zendesk.override = ({ url }) => (url.endsWith('/v1/triages') ? { status: 503, body: null } : null);
    const { backend } = await enter(zendesk.frame());
    await backend?.opening?.whole;
    expect(backend?.opening?.known).toBeNull();
    await expect(backend?.opening?.triage).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('hears of a change from the first read on, until somebody else listens', async () => {
    const zendesk = new FakeZendesk();
    const { backend } = await enter(zendesk.frame());
    await backend?.opening?.whole;
    const { changes } = backend?.opening ?? {};
    zendesk.emit('ticket.conversation.changed');
    expect(changes?.stop()).toBe(true);
    const { backend: other } = await enter(new FakeZendesk().frame());
    expect(other?.opening?.changes.stop()).toBe(false);
  });

  it('asks for nothing without a ticket or a backend', async () => {
    const zendesk = new FakeZendesk();
    const fresh = await enter(zendesk.frame({ location: 'new_ticket_sidebar' }));
    zendesk.settings = {};
    const unconfigured = await enter(zendesk.frame());
    expect([fresh.backend?.opening, unconfigured.backend]).toEqual([null, null]);
    expect(zendesk.requests).toEqual([]);
  });
});
