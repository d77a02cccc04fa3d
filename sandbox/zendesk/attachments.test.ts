import { expect, it } from 'vitest';
import { createClock, openZendesk } from './test-client.ts';

type WithComments = { comments: { attachments: { content_url: string; size: number; content_type: string }[] }[] };

it('serves an attachment to who is signed in, by way of a temporary address that wants no other authorisation', async () => {
  const clock = createClock();
  await using sandbox = await openZendesk({ now: clock.now });
  const { zendesk, api, agent, anonymous } = sandbox;
  const { id } = zendesk.createTicket({
    subject: 'Broken',
    attachments: [
      { name: 'a.log', contentType: 'text/plain', text: 'Zeile größer' },
      { name: 'b.pdf', contentType: 'application/pdf' },
    ],
  });
  const { body } = await api<WithComments>('GET', `/api/v2/tickets/${id}/comments.json`);
  const [log, pdf] = body.comments[0]?.attachments ?? [];
  const path = log?.content_url.slice(zendesk.url.length) ?? '';

  expect((await anonymous('GET', path)).status).toBe(401);
  expect((await agent('GET', path)).status).toBe(302);
  const redirect = await api('GET', path);
  expect(redirect.status).toBe(302);
  const temporary = redirect.headers.get('location')?.slice(zendesk.url.length) ?? '';
  expect(await anonymous('GET', temporary)).toMatchObject({ status: 200, body: 'Zeile größer' });
  expect(log?.size).toBe(Buffer.byteLength('Zeile größer'));
  expect((await api('GET', temporary)).status).toBe(400);
  expect((await anonymous('GET', `${temporary}x`)).status).toBe(404);
  clock.pass(61_000);
  expect((await anonymous('GET', temporary)).status).toBe(404);

  const file = await fetch(pdf?.content_url ?? '', { headers: { cookie: await signIn(zendesk.url) } });
  expect(file.headers.get('content-type')).toBe('application/pdf');
  const bytes = await file.bytes();
  expect(bytes).toHaveLength(pdf?.size ?? 0);
  expect(new TextDecoder().decode(bytes)).toMatch(/^%PDF-1\.4\n/);
});

async function signIn(url: string): Promise<string> {
  const page = await fetch(`${url}/agent/tickets/1001`);
  return page.headers.get('set-cookie')?.split(';')[0] ?? '';
}
