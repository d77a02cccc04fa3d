import { escapeHtml } from './comment-text.ts';
import type { Authorization } from './oauth.ts';
import { plainPage } from './page.ts';
import type { User } from './state.ts';

const RESOURCES: Record<string, string> = {
  tickets: 'tickets, their comments and ticket fields',
  users: 'users, groups and organizations',
  organizations: 'organizations',
  hc: 'help center articles',
  webhooks: 'webhooks and their signing secrets',
  triggers: 'triggers',
  apps: 'apps and their settings',
  auditlogs: 'the audit log',
};

/** Scopes in words: `tickets:read` lets it read tickets. */
export function describeScope(scope: string): string {
  const [resource = '', verb] = scope.includes(':') ? scope.split(':') : ['', scope];
  if (verb !== 'read' && verb !== 'write') return `Use “${scope}”, which this account does not know`;
  const what = resource === '' ? 'everything that you can see' : (RESOURCES[resource] ?? resource);
  return `${verb === 'read' ? 'Read' : 'Change'} ${resource === '' && verb === 'write' ? 'everything that you can change' : what}`;
}

/** Asks the person who is signed in; their answer comes back with the same parameters. */
export function consentPage({ client, scopes }: Authorization, user: User, query: Record<string, string>): string {
  const fields = Object.entries(query).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const items = scopes.map((scope) => `<li data-test="oauth-scope">${escapeHtml(describeScope(scope))}</li>`);
  return plainPage(
    'Allow access',
    `<h1><span data-test="oauth-client">${escapeHtml(client.name)}</span> wants to use your account</h1>
<p class="muted">Signed in as <span data-test="oauth-user">${escapeHtml(user.name)}</span> (${user.role}). It will act as you and may:</p>
<ul class="scopes">${items.join('')}</ul>
<form method="post" action="/oauth/authorizations">${fields.join('')}
<button class="primary" name="answer" value="allow" data-test="oauth-allow">Allow</button>
<button class="secondary" name="answer" value="deny" data-test="oauth-deny">Deny</button></form>`,
  );
}
