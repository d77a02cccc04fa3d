import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedbackLogSchema } from '../backend/contract/feedback.ts';
import { type OpenAi, startOpenAi } from '../sandbox/openai/start.ts';
import type { ZendeskSandbox } from '../sandbox/zendesk/start.ts';
import { launchBrowser } from './browser.ts';
import { prepareStack, type Stack } from './stack.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

const TICKET = 'I was charged twice for my subscription this month. Please refund the second charge.';

const ask = (zendesk: ZendeskSandbox) =>
  zendesk.createTicket({
    subject: 'Charged twice',
    text: TICKET,
    requester: { name: 'Ada Quill', email: 'ada@quill.example' },
  });

describe('the main job in a real browser', () => {
  let model: OpenAi;
  let stack: Stack;
  let browser: Browser;
  let desk: Workspace;
  let ticketId: number;

  const readLog = async () => {
    const response = await fetch(`${stack.backendUrl}/v1/feedback`, {
      headers: { authorization: `Bearer ${stack.adminToken}` },
    });
    return feedbackLogSchema.parse(await response.json()).rows;
  };

  beforeAll(async () => {
    model = await startOpenAi();
    const environment = { OPENAI_API_KEY: 'sk-sandbox', OPENAI_BASE_URL: model.url };
    stack = await prepareStack({ connect: false, environment });
    const backend = await stack.startBackend();
    await backend.importKnowledge(() => {});
    browser = await launchBrowser();
    desk = await openWorkspace(browser, stack.zendesk.url);
    ticketId = ask(stack.zendesk).id;
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
    await model?.close();
  });

  it('shows a suggestion, applies it, undoes it, applies again, inserts the draft and logs what was sent', async () => {
    const { app, part, page } = desk;
    const category = part('field-ai_triage_category');
    await desk.open(ticketId);
    const apply = app.getByRole('button', { name: /^Apply \d+ change/ });
    await apply.waitFor();
    expect(await category.inputValue()).toBe('');

    await apply.click();
    await expect.poll(() => category.inputValue()).toBe('ait_category_billing');
    expect(await part('field-priority').inputValue()).not.toBe('');

    await app.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => category.inputValue()).toBe('');

    await app.getByRole('button', { name: /^Apply \d+ change/ }).click();
    await expect.poll(() => category.inputValue()).toBe('ait_category_billing');

    await app.getByRole('button', { name: 'Edit' }).click();
    const draft = await app.getByRole('textbox').inputValue();
    expect(draft.length).toBeGreaterThan(80);
    await app.getByRole('button', { name: 'Insert into reply' }).click();
    await expect.poll(() => part('reply').inputValue()).toBe(draft);
    expect(stack.zendesk.readTicket(ticketId).comments).toHaveLength(1);

    await part('reply').press('End');
    await part('submit').click();
    await expect.poll(() => stack.zendesk.readTicket(ticketId).comments.length).toBe(2);

    const saved = stack.zendesk.readTicket(ticketId);
    expect(saved.tags).toContain('ait_triaged');
    expect(saved.tags).toContain('ait_category_billing');
    await expect.poll(async () => (await readLog()).map(({ type }) => type)).toContain('submitted');
    const log = await readLog();
    expect(log.map(({ type }) => type)).toEqual(expect.arrayContaining(['applied', 'undone', 'draft_inserted']));
    const final = log.find(({ type }) => type === 'submitted');
    expect(final?.ticketId).toBe(String(ticketId));
    expect(final?.draftOutcome).toBe('accepted');
    expect(final?.fields.find(({ field }) => field === 'category')).toMatchObject({
      suggested: 'billing',
      final: 'billing',
      outcome: 'accepted',
    });
    expect(page.url()).toContain(String(ticketId));
    expect(desk.complaints).toEqual([]);
  });

  it('records another choice as an override, without a further click', async () => {
    const other = ask(stack.zendesk).id;
    const { app, part } = desk;
    await desk.open(other);
    await app.getByRole('button', { name: /^Apply \d+ change/ }).click();
    const category = part('field-ai_triage_category');
    await expect.poll(() => category.inputValue()).toBe('ait_category_billing');
    await category.selectOption('ait_category_account');
    await part('submit').click();
    await expect
      .poll(async () =>
        (await readLog()).find(({ type, ticketId: id }) => type === 'submitted' && id === String(other)),
      )
      .toMatchObject({
        fields: expect.arrayContaining([expect.objectContaining({ field: 'category', outcome: 'overridden' })]),
      });
  });

  it('undo leaves alone what a human has changed since', async () => {
    const other = ask(stack.zendesk).id;
    const { app, part } = desk;
    await desk.open(other);
    await app.getByRole('button', { name: /^Apply \d+ change/ }).click();
    const category = part('field-ai_triage_category');
    await expect.poll(() => category.inputValue()).toBe('ait_category_billing');
    await part('field-priority').selectOption('low');
    await app.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => category.inputValue()).toBe('');
    expect(await part('field-priority').inputValue()).toBe('low');
  });

  it('shows the words of the source that a sentence of the draft rests on', async () => {
    const { id } = stack.zendesk.createTicket({
      subject: 'Import our clients from a CSV file',
      text: 'How do I import our clients and bookings from a CSV file, and which format do the dates need?',
      requester: { name: 'Ada Quill', email: 'ada@quill.example' },
    });
    const { app } = desk;
    await desk.open(id);
    const number = app.getByRole('button', { name: /^Source \d/ }).first();
    await number.focus();
    const quote = app.locator('q');
    await quote.waitFor();
    expect((await quote.textContent())?.length).toBeGreaterThan(10);
    await number.blur();
    await expect.poll(() => quote.count()).toBe(0);
  });

  it('puts the draft in other words, masked on its way to the model, and gives it back', async () => {
    const { app } = desk;
    await desk.open(ask(stack.zendesk).id);
    await app.getByRole('button', { name: 'Edit' }).click();
    const text = await app.getByRole('textbox').inputValue();
    expect(text).toContain('Ada Quill');
    await app.getByLabel('Put the draft in other words').selectOption({ label: 'Shorter' });
    await app.getByRole('button', { name: 'Rewrite' }).click();
    await app.getByRole('button', { name: 'Back to the previous draft' }).click({ trial: true });
    const shorter = await app.getByRole('textbox').inputValue();
    expect(shorter).toContain('Ada Quill');
    expect(shorter.length).toBeLessThan(text.length);
    const sent = model.calls.filter(({ schemaName }) => schemaName === 'draft_rewrite');
    expect(JSON.stringify(sent)).toContain('[NAME_1]');
    expect(JSON.stringify(sent)).not.toContain('Quill');
    await app.getByRole('button', { name: 'Back to the previous draft' }).click();
    expect(await app.getByRole('textbox').inputValue()).toBe(text);
  });

  it('shows hostile ticket text as text', async () => {
    const hostile = stack.zendesk.createTicket({
      subject: '<img src=x onerror="parent.pwned=1">',
      text: '<script>window.pwned=1</script> <b>I cannot log in</b> since the update, the page shows an error',
      requester: { name: '<u>Eve</u>', email: 'eve@x.example' },
    });
    await desk.open(hostile.id);
    await desk.app.getByRole('button', { name: /^Apply \d+ change/ }).waitFor();
    expect(await desk.page.evaluate('window.pwned')).toBeUndefined();
    expect(await desk.app.locator('img[src="x"], u, script:not([src])').count()).toBe(0);
  });

  it('says what it cannot do when the backend is gone, and finds back', async () => {
    const lost = await prepareStack();
    try {
      const lonely = await openWorkspace(browser, lost.zendesk.url);
      await lonely.open(ask(lost.zendesk).id);
      await lonely.app.getByRole('button', { name: 'Try again' }).waitFor();
      await lost.startBackend();
      await lonely.app.getByRole('button', { name: 'Try again' }).click();
      await lonely.app.getByRole('button', { name: /^Apply \d+ change/ }).waitFor();
    } finally {
      await lost.close();
    }
  });
});
