import type { Hosted, HostedAccount } from './hosted-stack.ts';
import { CONNECTION } from './look-at-connection.ts';

/** As an admin does in Zendesk's settings. */
export async function deleteGroup({ zendesk }: HostedAccount, groupId: string): Promise<void> {
  const { clientId: client_id, clientSecret: client_secret } = zendesk.oauth;
  const asked = await fetch(`${zendesk.url}/oauth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials', client_id, client_secret, scope: 'read write' }),
  });
  const { access_token } = (await asked.json()) as { access_token: string };
  const url = `${zendesk.url}/api/v2/groups/${groupId}.json`;
  const gone = await fetch(url, { method: 'DELETE', headers: { authorization: `Bearer ${access_token}` } });
  if (gone.status !== 204) throw new Error(`The group was not deleted: ${gone.status}`);
}

/** Somebody has our page open and begins; Zendesk is answered by the same or another person. */
export async function answer(
  hosted: Hosted,
  { zendesk, openPage }: HostedAccount,
  { begins, answers, says }: { begins: 'admin' | 'agent'; answers: 'admin' | 'agent'; says: 'allow' | 'deny' },
) {
  const { token } = await openPage(begins);
  const asked = await fetch(`${hosted.backendUrl}${CONNECTION}/authorization`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  const { url } = (await asked.json()) as { url: string };
  const page = await fetch(`${zendesk.url}/agent/${answers === 'admin' ? '?as=admin' : ''}`);
  const answered = await fetch(`${zendesk.url}/oauth/authorizations`, {
    method: 'POST',
    headers: { cookie: page.headers.get('set-cookie')?.split(';')[0] ?? '' },
    body: new URLSearchParams([...new URL(url).searchParams, ['answer', says]]),
    redirect: 'manual',
  });
  const back = await fetch(answered.headers.get('location') ?? '');
  return { status: back.status, text: await back.text() };
}
