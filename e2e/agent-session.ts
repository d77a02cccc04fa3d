import type { ZendeskSandbox } from '../sandbox/zendesk/start.ts';

/** The cookie of an agent who has the workspace open. */
export async function openAgentSession({ url }: Pick<ZendeskSandbox, 'url'>): Promise<string> {
  const page = await fetch(`${url}/`);
  return page.headers.get('set-cookie')?.split(';')[0] ?? '';
}
