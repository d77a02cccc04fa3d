import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findApp, launchBrowser, makeApp, openWorkspace } from './test-workspace.ts';

let browser: Browser;
let app: Awaited<ReturnType<typeof makeApp>>;

beforeAll(async () => {
  [browser, app] = await Promise.all([launchBrowser(), makeApp()]);
});
afterAll(async () => {
  await browser.close();
  await app.remove();
});

const open = () => openWorkspace(browser, app.folder);

describe('the handshake', () => {
  it('registers a page once, however often it shakes hands', async () => {
    await using desk = await open();
    const registrations = await desk.app.evaluate(async () => {
      ZAFClient.init();
      await client.get('ticket.id');
      return heard.filter(({ key }) => key === 'zaf.app.registered');
    });
    expect(registrations).toHaveLength(1);
    expect(registrations[0]?.message).toMatchObject({
      metadata: { name: 'Test app', version: '1.2.3', settings: { title: 'Test app' } },
      context: { product: 'support', account: { subdomain: 'bookwren' }, location: 'ticket_sidebar', ticketId: 1001 },
    });
  });

  it('registers a reloaded page again, and runs what it asked for before that once', async () => {
    await using desk = await open();
    await desk.app.evaluate(() => {
      sessionStorage.early = 'early!';
      location.reload();
    });
    await expect.poll(() => desk.test('reply').inputValue()).toBe('early!');
    await desk.app.evaluate(() => client.get('ticket.id'));
    expect(await desk.app.evaluate(() => heard.filter(({ key }) => key === 'zaf.app.registered').length)).toBe(1);
    expect(await desk.test('reply').inputValue()).toBe('early!');
  });

  it('gives the page its host, a guid and the color scheme in its address', async () => {
    await using desk = await open();
    const { searchParams } = new URL(desk.app.url());
    expect(searchParams.get('origin')).toBe(desk.zendesk.url);
    expect(searchParams.get('app_guid')).toMatch(/^[\da-f-]{36}$/);
    expect(searchParams.get('colorScheme')).toBe('light');
  });

  it('ignores messages that do not come from the app or do not name it', async () => {
    await using desk = await open();
    const guid = await desk.app.evaluate(async () => (await client.context()).instanceGuid);
    const attack = { id: 1, request: 'set', params: { 'ticket.priority': 'urgent' } };
    await desk.page.evaluate((message) => window.postMessage(JSON.stringify(message), '*'), {
      ...attack,
      appGuid: guid,
    });
    await desk.app.evaluate((message) => parent.postMessage(JSON.stringify(message), '*'), {
      ...attack,
      appGuid: 'other',
    });
    await desk.app.evaluate(() => parent.postMessage('not json', '*'));
    expect(await desk.app.evaluate(() => client.get('ticket.priority'))).toEqual({
      'ticket.priority': null,
      errors: {},
    });
  });
});

describe('get', () => {
  it('knows the ticket, its people, the account and the app', async () => {
    await using desk = await open();
    const paths = [
      'ticket.id',
      'ticket.subject',
      'ticket.status',
      'ticket.tags',
      'ticket.requester.email',
      'ticket.assignee.group.id',
      'ticket.comment.type',
      'ticket.via.channel',
      'currentUser.email',
      'currentAccount.subdomain',
      'viewport.size',
      'colorScheme',
    ]; // prettier-ignore
    expect(await desk.app.evaluate((asked) => client.get(asked), paths)).toEqual({
      'ticket.id': 1001,
      'ticket.subject': 'Charged twice',
      'ticket.status': 'new',
      'ticket.tags': ['tier_team', 'vip'],
      'ticket.requester.email': 'ada@brook.example',
      'ticket.assignee.group.id': null,
      'ticket.comment.type': 'publicReply',
      'ticket.via.channel': 'email',
      'currentUser.email': 'nora@bookwren.example',
      'currentAccount.subdomain': 'bookwren',
      'viewport.size': { width: 1280, height: 800 },
      colorScheme: 'light',
      errors: {},
    });
  });

  it('gives the conversation and the comments as HTML', async () => {
    await using desk = await open();
    const answer = await desk.app.evaluate(() => client.get(['ticket.conversation', 'ticket.comments']));
    const text = expect.stringContaining('Two charges &lt;this&gt; month');
    const author = expect.objectContaining({ name: 'Ada Brook', role: 'end-user' });
    expect(answer['ticket.conversation']).toMatchObject([
      { author, channel: { name: 'email' }, message: { content: text, contentType: 'text/html' } },
    ]);
    expect(answer['ticket.comments']).toMatchObject([{ author, value: text }]);
  });

  it('answers each unknown path with an error and the others with their value', async () => {
    await using desk = await open();
    const { errors, ...values } = await desk.app.evaluate(() =>
      client.get(['ticket.id', 'ticket.nonsense', 'requirement:none', 'toString']),
    );
    expect(values).toEqual({ 'ticket.id': 1001 });
    expect(errors).toEqual({
      'ticket.nonsense': { name: 'APIError', message: 'No such Api', path: 'ticket.nonsense' },
      'requirement:none': { name: 'APIError', message: 'No such Api', path: 'requirement:none' },
      toString: { name: 'APIError', message: 'No such Api', path: 'toString' },
    });
    const refused = await desk.app.evaluate(() =>
      client.get('ticket.nonsense').catch(({ name, message }) => ({ name, message })),
    );
    expect(refused).toEqual({ name: 'APIError', message: '"ticket.nonsense" No such Api' });
  });
});

describe('set', () => {
  it('changes the open form as a draft and tells who listens', async () => {
    await using desk = await open();
    const { key, events } = await desk.app.evaluate(async () => {
      const { 'requirement:ai_triage_category': field } = await client.get('requirement:ai_triage_category');
      const key = `custom_field_${(field as { requirement_id: number }).requirement_id}`;
      const names = ['priority', 'tags', key, 'comment.text', 'comment.type'].map((name) => `ticket.${name}.changed`);
      const events: unknown[] = [];
      for (const name of names) client.on(name, (value) => events.push([name, value]));
      await client.set({
        'ticket.priority': 'high',
        'ticket.tags': ['vip', 'refund'],
        [`ticket.customField:${key}`]: 'ait_category_billing',
        'ticket.comment.text': 'Dear Ada',
        'ticket.comment.type': 'internalNote',
      });
      return { key, events };
    });
    expect(events).toEqual([
      ['ticket.priority.changed', 'high'],
      ['ticket.tags.changed', ['refund', 'vip']],
      [`ticket.${key}.changed`, 'ait_category_billing'],
      ['ticket.comment.text.changed', 'Dear Ada'],
      ['ticket.comment.type.changed', 'internalNote'],
    ]);
    expect(await desk.test('field-ai_triage_category').inputValue()).toBe('ait_category_billing');
    expect(await desk.test('field-ai_triage_category').getAttribute('data-changed')).toBe('');
    expect(await desk.test('reply').inputValue()).toBe('Dear Ada');
    expect(desk.zendesk.readTicket(1001)).toMatchObject({ priority: null, comments: [{}], audits: [{}] });
  });

  it('assigns a group with both of its events', async () => {
    await using desk = await open();
    const groupId = (await desk.api<{ groups: { id: number; name: string }[] }>('GET', '/api/v2/groups/assignable'))
      .body.groups[0]?.id;
    const events = await desk.app.evaluate(async (id) => {
      const events: unknown[] = [];
      for (const name of ['ticket.assignee.group.id.changed', 'ticket.assignee.changed'])
        client.on(name, () => events.push(name));
      await client.set('ticket.assignee', { groupId: id });
      return events;
    }, groupId);
    expect(events).toEqual(['ticket.assignee.group.id.changed', 'ticket.assignee.changed']);
    expect(await desk.test('field-group').inputValue()).toBe(String(groupId));
  });

  it.each([
    ['ticket.priority', 'p1'],
    ['ticket.tags', 'vip'],
    ['ticket.assignee', { groupId: 7 }],
    ['ticket.comment.text', 7],
    ['ticket.comment.type', 'telegram'],
    ['ticket.id', 7],
    ['ticket.customField:custom_field_7', 'x'],
  ])('refuses %s = %j', async (path, value) => {
    await using desk = await open();
    const refusal = await desk.app.evaluate(([key, given]) => client.set(key, given).catch(({ name }) => name), [
      path,
      value,
    ] as const);
    expect(refusal).toBe('APIError');
    expect(await desk.test('unsaved').textContent()).toBe('');
  });
});

describe('invoke', () => {
  it('sizes the frame, shows messages as text, changes tags, and adds to the reply', async () => {
    await using desk = await open();
    await desk.app.evaluate(async () => {
      await client.invoke('resize', { width: '100%', height: 421 });
      await client.invoke('notify', 'Done <b>well</b>');
      await client.invoke('ticket.tags.add', ['Refund', 'vip']);
      await client.invoke('ticket.tags.remove', 'tier_team');
      await client.invoke('ticket.comment.appendHtml', '<p>Dear Ada,</p><p>Thanks &amp; bye</p>');
      await client.invoke('ticket.editor.insert', '!');
    });
    const box = await desk.test('app-frame').boundingBox();
    expect(box).toMatchObject({ width: 320, height: 421 });
    expect(await desk.test('toast').textContent()).toBe('Done well');
    expect(await desk.test('field-tags').locator('li').allTextContents()).toEqual(['refund', 'vip']);
    expect(await desk.test('reply').inputValue()).toBe('Dear Ada,\n\nThanks & bye!');
  });

  it('takes telemetry without a word and answers what it cannot read', async () => {
    await using desk = await open();
    expect(await desk.app.evaluate(() => client.invoke('track', { type: 'click' }))).toEqual({ errors: {} });
    const failure = await desk.app.evaluate(async () => {
      const appGuid = (await client.context()).instanceGuid;
      const say = (message: object) => parent.postMessage(JSON.stringify({ appGuid, ...message }), '*');
      say({ key: 'session.live' });
      say({ key: '__track__', message: {} });
      say({ id: 999, request: 'explode', params: {} });
      await client.get('ticket.id');
      return heard.find(({ id }) => id === 999);
    });
    expect(failure).toEqual({ id: 999, error: { name: 'APIError', message: 'Unknown request explode' } });
    const unknown = await desk.app.evaluate(() => client.invoke('fly').catch(({ message }) => message));
    expect(unknown).toBe('"fly" No such Api');
  });

  it('opens another ticket', async () => {
    await using desk = await open();
    const { id } = desk.zendesk.createTicket({ subject: 'Second one' });
    await desk.app.evaluate((ticketId) => void client.invoke('routeTo', 'ticket', ticketId), id);
    await expect.poll(() => desk.test('subject').textContent()).toBe('Second one');
    expect(await (await findApp(desk.page)).evaluate(() => client.get('ticket.id'))).toMatchObject({ 'ticket.id': id });
  });
});
