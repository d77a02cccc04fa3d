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

describe('client.request', () => {
  it('reads the helpdesk with the session of the agent', async () => {
    await using desk = await open();
    const plain = await desk.app.evaluate(() => client.request('/api/v2/tickets/1001.json'));
    expect(plain).toMatchObject({ ticket: { id: 1001 } });
    const complete = await desk.app.evaluate(() =>
      client.request({ url: '/api/v2/tickets/1001', httpCompleteResponse: true }),
    );
    expect(complete).toMatchObject({
      status: 200,
      statusText: 'OK',
      responseJSON: { ticket: { id: 1001 } },
      responseHeaders: {},
    });
    expect(complete).toHaveProperty('responseText', expect.stringContaining('"id":1001'));
  });

  it('rejects with a plain object for what is not there', async () => {
    await using desk = await open();
    const failure = await desk.app.evaluate(() =>
      client.request('/api/v2/tickets/9').catch((error) => ({ ...error, isError: error instanceof Error })),
    );
    expect(failure).toMatchObject({
      status: 404,
      statusText: 'Not Found',
      responseJSON: { error: 'RecordNotFound' },
      isError: false,
    });
    expect(Object.keys(failure as object).sort()).toEqual([
      'isError',
      'responseJSON',
      'responseText',
      'status',
      'statusText',
    ]);
  });

  it('reaches other hosts through the proxy', async () => {
    await using desk = await open();
    const url = desk.app.url().replace(/index\.html.*/, 'hello.json');
    const answer = await desk.app.evaluate(
      (address) => client.request({ url: address, httpCompleteResponse: true }),
      url,
    );
    expect(answer).toMatchObject({ status: 200, responseJSON: { hello: 'there' } });
    const down = await desk.app.evaluate(() => client.request('http://localhost:1/').catch((error) => error));
    expect(down).toMatchObject({ status: 502 });
  });
});

describe('instances', () => {
  it('opens a modal that talks with the sidebar, and closes it', async () => {
    await using desk = await open();
    const guid = await desk.app.evaluate(async () => {
      const answer = await client.invoke('instances.create', {
        location: 'modal',
        url: 'assets/index.html',
        size: { width: '300px', height: '200px' },
      });
      const [{ instanceGuid }] = answer['instances.create'] as [{ instanceGuid: string }];
      client.on('hello', () => undefined);
      client.instance(instanceGuid).on('modal.close', () => undefined);
      return instanceGuid;
    });
    const modal = await findApp(desk.page, 'app-modal-frame');
    const context = await modal.evaluate(() => client.context());
    expect(context).toMatchObject({ instanceGuid: guid, location: 'modal', ticketId: 1001 });
    await modal.evaluate(async () => {
      const instances = Object.values(
        (await client.get('instances')).instances as Record<string, { instanceGuid: string; location: string }>,
      );
      const sidebar = instances.find(({ location }) => location === 'ticket_sidebar');
      client.instance(sidebar?.instanceGuid ?? '').trigger('hello', { from: 'modal' });
    });
    await desk.app.waitForFunction(() => heard.some(({ key }) => key === 'zaf.hello'));
    await modal.evaluate(() => void client.invoke('destroy'));
    await desk.app.waitForFunction(() => heard.some(({ key }) => key === 'zaf.modal.close'));
    expect(await desk.test('app-modal-frame').count()).toBe(0);
  });
});
