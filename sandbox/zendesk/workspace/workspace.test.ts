import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
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

const SUBMIT_EVENTS = ['start', 'done', 'fail', 'always'].map((phase) => `ticket.submit.${phase}`);
const open = () => openWorkspace(browser, app.folder);

describe('the form', () => {
  it('marks changes as unsaved and keeps them over a reload, without saving', async () => {
    await using desk = await open();
    await desk.test('field-priority').selectOption('urgent');
    await desk.test('add-tag').fill('Refund late');
    await desk.test('add-tag').press('Enter');
    await desk.test('tab-internal').click();
    await desk.test('reply').fill('Look into this');
    await desk.page.reload();
    expect(await desk.test('field-priority').inputValue()).toBe('urgent');
    expect(await desk.test('field-priority').getAttribute('data-changed')).toBe('');
    expect(await desk.test('field-tags').locator('li').allTextContents()).toEqual([
      'late',
      'refund',
      'tier_team',
      'vip',
    ]);
    expect(await desk.test('reply').inputValue()).toBe('Look into this');
    expect(await desk.test('tab-internal').getAttribute('aria-selected')).toBe('true');
    expect(await desk.test('unsaved').textContent()).toBe('3 unsaved changes');
    expect(desk.zendesk.readTicket(1001)).toMatchObject({ priority: null, tags: ['tier_team', 'vip'], comments: [{}] });
  });

  it('says nothing of a change that was taken back', async () => {
    await using desk = await open();
    await desk.test('field-priority').selectOption('urgent');
    await desk.test('field-priority').selectOption({ label: '-' });
    expect(await desk.test('unsaved').textContent()).toBe('');
    expect(await desk.test('field-priority').getAttribute('data-changed')).toBeNull();
  });
});

describe('Submit', () => {
  it('saves changed fields and an internal note in one update, and tells the app', async () => {
    await using desk = await open();
    await listen(desk, [...SUBMIT_EVENTS, 'ticket.saved', 'ticket.conversation.changed']);
    await desk.test('field-priority').selectOption('high');
    await desk.test('field-ai_triage_category').selectOption('ait_category_billing');
    await desk.test('tab-internal').click();
    await desk.test('reply').fill('For colleagues');
    await desk.test('submit').click();
    await expect.poll(() => heardEvents(desk)).toContain('ticket.submit.always');
    const ticket = desk.zendesk.readTicket(1001);
    expect(ticket.comments.at(-1)).toMatchObject({ body: 'For colleagues', public: false });
    const changed = ticket.audits.at(-1)?.events.flatMap((event) => ('field_name' in event ? event.field_name : []));
    const category = (await desk.app.evaluate(() => client.get('requirement:ai_triage_category')))[
      'requirement:ai_triage_category'
    ];
    const { requirement_id } = category as { requirement_id: number };
    expect(changed?.sort()).toEqual([String(requirement_id), 'priority', 'tags']);
    expect(await heardEvents(desk)).toEqual([
      'ticket.submit.start',
      'ticket.conversation.changed',
      'ticket.submit.done',
      'ticket.saved',
      'ticket.submit.always',
    ]);
    expect(await desk.test('reply').inputValue()).toBe('');
    expect(await desk.test('conversation').locator('article').count()).toBe(2);
    expect(await desk.test('unsaved').textContent()).toBe('');
    expect(desk.errors).toEqual([]);
  });

  it('sends a public reply from the public tab', async () => {
    await using desk = await open();
    await desk.test('reply').fill('Hello Ada');
    await desk.test('submit').click();
    await expect
      .poll(() => desk.zendesk.readTicket(1001).comments.at(-1))
      .toMatchObject({ body: 'Hello Ada', public: true });
  });

  it('saves nothing when the app objects, and shows why', async () => {
    await using desk = await open();
    await listen(desk, SUBMIT_EVENTS);
    await desk.app.evaluate(() => client.on('ticket.save', () => 'Choose a category first'));
    await desk.test('field-priority').selectOption('high');
    await desk.test('submit').click();
    await expect.poll(() => desk.test('toast').textContent()).toBe('Choose a category first');
    expect(await heardEvents(desk)).toEqual(['ticket.submit.start', 'ticket.submit.fail', 'ticket.submit.always']);
    expect(desk.zendesk.readTicket(1001).priority).toBeNull();
    expect(await desk.test('field-priority').inputValue()).toBe('high');
  });

  it('keeps the draft and shows the newer ticket when somebody was faster', async () => {
    await using desk = await open();
    await desk.app.evaluate(() =>
      client.on('ticket.save', () => {
        const ticket = { tags: ['faster'], status: 'open' };
        const type = 'PUT';
        return client.request({
          url: '/api/v2/tickets/1001.json',
          type,
          contentType: 'application/json',
          data: JSON.stringify({ ticket }),
        });
      }),
    );
    await desk.test('field-priority').selectOption('high');
    await desk.test('submit').click();
    await expect.poll(() => desk.test('toast').textContent()).toContain('somebody else changed');
    expect(desk.zendesk.readTicket(1001).priority).toBeNull();
    expect(await desk.test('field-priority').inputValue()).toBe('high');
    expect(await desk.test('field-tags').locator('li').allTextContents()).toEqual(['faster']);
  });
});

describe('changes made elsewhere', () => {
  it('come in by themselves, and leave the draft alone', async () => {
    await using desk = await open();
    await listen(desk, [
      'ticket.updated',
      'ticket.conversation.changed',
      'ticket.status.changed',
      'ticket.priority.changed',
    ]);
    await desk.test('field-priority').selectOption('low');
    await desk.api('PUT', '/api/v2/tickets/1001.json', { ticket: { priority: 'urgent', status: 'open' } });
    desk.zendesk.comment(1001, { text: 'Anybody there?' });
    await expect.poll(() => heardEvents(desk), { timeout: 15_000 }).toContain('ticket.conversation.changed');
    expect((await heardEvents(desk)).toSorted()).toEqual([
      'ticket.conversation.changed',
      'ticket.priority.changed',
      'ticket.status.changed',
      'ticket.updated',
    ]);
    expect(await desk.test('field-status').inputValue()).toBe('open');
    expect(await desk.test('field-priority').inputValue()).toBe('low');
    expect(await desk.test('conversation').textContent()).toContain('Anybody there?');
  });
});

describe('the page', () => {
  it('shows a message from a stranger without running anything of it', async () => {
    await using desk = await open();
    const html =
      '<p>Look <b>here</b></p><img src=x onerror="document.title=\'bad\'"><script>document.title="bad"</script><a href="javascript:alert(1)">click</a>';
    const { id } = desk.zendesk.createTicket({ subject: '<i>Odd</i>', html });
    await desk.page.goto(`${desk.zendesk.url}/agent/tickets/${id}`);
    await findApp(desk.page);
    expect(await desk.test('subject').textContent()).toBe('<i>Odd</i>');
    const body = desk.test('conversation').locator('.body');
    expect(await body.textContent()).toBe('Look here[image ]click');
    expect(await body.locator('a, img, script').count()).toBe(0);
    expect(await desk.page.title()).not.toBe('bad');
  });

  it('filters the list and opens a ticket by keyboard in a new app frame', async () => {
    await using desk = await open();
    const { id } = desk.zendesk.createTicket({ subject: 'Second one' });
    await desk.page.reload();
    await desk.test('search').fill('second');
    await expect.poll(() => desk.page.locator('.rows li').count()).toBe(1);
    await desk.test(`ticket-row-${id}`).press('Enter');
    await expect.poll(() => desk.test('subject').textContent()).toBe('Second one');
    const app = await findApp(desk.page);
    expect(await app.evaluate(() => client.context())).toMatchObject({ ticketId: id, location: 'ticket_sidebar' });
    expect(new URL(desk.page.url()).pathname).toBe(`/agent/tickets/${id}`);
    await desk.page.goBack();
    await expect.poll(() => desk.test('subject').textContent()).toBe('Charged twice');
  });

  it.each(['light', 'dark'])('has no accessibility faults in the %s scheme', async (scheme) => {
    await using desk = await open();
    await desk.page.goto(`${desk.zendesk.url}/agent/tickets/1001?scheme=${scheme}`);
    await findApp(desk.page);
    await desk.test('field-priority').selectOption('urgent');
    await desk.test('tab-internal').click();
    await desk.page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8'));
    const violations = await desk.page.evaluate(async () => {
      type Axe = {
        run(context: object, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
      const { axe } = window as unknown as { axe: Axe };
      const found = await axe.run({ exclude: ['iframe'] }, { iframes: false });
      return found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    });
    expect(violations).toEqual([]);
  });
});

type Desk = Awaited<ReturnType<typeof open>>;

async function listen(desk: Desk, events: string[]): Promise<void> {
  await desk.app.evaluate((names) => {
    for (const name of names) client.on(name, () => undefined);
    return client.get('ticket.id');
  }, events);
}

function heardEvents(desk: Desk): Promise<string[]> {
  return desk.app.evaluate(() =>
    heard.flatMap(({ key }) => (key?.startsWith('zaf.ticket.') && key !== 'zaf.ticket.save' ? key.slice(4) : [])),
  );
}
