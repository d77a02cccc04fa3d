import type { Triage } from '../backend/contract/triage.ts';
import type { ZendeskSandbox } from '../sandbox/zendesk/start.ts';
import { tellApp } from './tell-app.ts';
import type { Workspace } from './workspace.ts';

/** What the backend answers instead; `never`: it does not. */
export type Refusal = { status: number; body: unknown } | 'never';

export type SidebarState = {
  name: string;
  ticket?: { subject: string; text: string; tags?: string[] };
  /** As a person or a rule of the account left the ticket before it is opened. */
  rule?: Record<string, unknown>;
  /** What becomes of the backend's answer on its way to the browser. */
  answer?: (triage: Triage) => Triage;
  /** With an `answer`, only of what is asked after it. */
  refusal?: Refusal;
  /** Outside the workspace: in a page that never greets back, or without one. */
  alone?: 'unanswered' | 'outside';
  /** Zendesk does not let the agent read the ticket, or set our fields and its group. */
  denied?: 'read' | 'write';
  unconfigured?: boolean;
  locale?: string;
  mirrored?: boolean;
  see: RegExp;
  /** Whether a draft follows that is worth waiting for. */
  draft?: boolean;
  act?: (desk: Workspace, at: { zendesk: ZendeskSandbox; id: number }) => Promise<void>;
};

const QUESTION = {
  subject: 'Charged twice',
  text: 'Hello, my card was charged twice for the Team plan this month. Please refund the second payment. Thanks, Ada',
};
const SYNC = {
  subject: 'Calendar does not sync',
  text: 'My Google calendar does not sync any more since yesterday. New bookings are missing in it. What can I do?',
};
/** On tickets whose customer was promised a solution too; the rules that ship promise none. */
export const PROMISED = 'promised_solution';

const APPLY = /^Apply \d+ change/;
const apply = ({ app }: Workspace) => app.getByRole('button', { name: APPLY }).click();
const problem = (status: number, code: string, more: object = {}) => ({
  status,
  body: { error: { code, message: 'x', requestId: '5f0c2a7e', ...more } },
});

const drafting = (triage: Triage): Triage => ({ ...triage, status: 'drafting', sources: null, draft: null });
const decided = (triage: Triage, change: Partial<NonNullable<Triage['classification']>>): Triage => ({
  ...triage,
  classification: triage.classification && { ...triage.classification, ...change },
});

/** Zendesk's time to greet passes at once. */
async function giveUp({ page, app }: Workspace): Promise<void> {
  await app.getByText('Connecting to Zendesk').waitFor();
  while (await app.getByText('Connecting to Zendesk').isVisible()) await page.clock.runFor(5_000);
}

const before: SidebarState[] = [
  { name: 'connecting', alone: 'unanswered', see: /Connecting to Zendesk/ },
  { name: 'no-handshake', alone: 'unanswered', see: /Zendesk did not answer/, act: giveUp },
  { name: 'outside', alone: 'outside', see: /belongs inside Zendesk/ },
  { name: 'unconfigured', unconfigured: true, see: /Not set up yet/ },
  { name: 'loading', refusal: 'never', see: /Reading the ticket/ },
  {
    name: 'partial',
    ticket: SYNC,
    answer: drafting,
    see: APPLY,
    act: async ({ app }) => app.getByText('Writing a draft').waitFor(),
  },
];

const suggested: SidebarState[] = [
  { name: 'suggestion', ticket: QUESTION, see: APPLY, draft: true },
  {
    name: 'low-confidence',
    ticket: { subject: 'help', text: 'help please' },
    see: /Two categories fit|Not sure/,
    draft: true,
  },
  {
    name: 'escalated',
    ticket: {
      subject: 'Everything is down',
      text: 'The booking page shows error 503 for all our customers since 7:40. Nobody can work. If this is not fixed today our lawyer will write to you.',
    },
    see: /Escalate to/,
    draft: true,
  },
  {
    name: 'sources',
    ticket: SYNC,
    see: APPLY,
    draft: true,
    act: async ({ app }) => {
      await app.getByText(/^Why/).click();
      await app
        .getByRole('button', { name: /^Source \d/ })
        .first()
        .focus();
    },
  },
  {
    name: 'set-aside',
    ticket: {
      subject: 'Re: Calendar does not sync',
      text: [
        'The calendar still does not sync since Monday, although I signed in again as you said.',
        '\n\n-- \nAda Quill\nQuill Studio, 12 Main St, Springfield\nPhone +1 415 555 0132\n\n',
        'On Mon, 4 May 2026 at 09:12, Bookwren Support <help@bookwren.example> wrote:\n> Please sign out and in again.\n> Jo',
      ].join(''),
    },
    see: APPLY,
    draft: true,
    act: async ({ app }) => app.getByText(/^Set aside/).click(),
  },
  {
    name: 'promises',
    ticket: {
      subject: 'Two-factor codes',
      text: 'I have a new phone and the login asks for a code of the old one. How do I move it to the new phone?',
      tags: [PROMISED],
    },
    see: /Solution due in/,
    draft: true,
  },
  {
    name: 'promises-paused',
    ticket: {
      subject: 'Two-factor codes again',
      text: 'The codes of the new phone are not accepted when I log in. What should I check?',
      tags: [PROMISED],
    },
    rule: { status: 'pending' },
    see: /Solution paused/,
    draft: true,
  },
  {
    name: 'model-down',
    ticket: QUESTION,
    answer: (triage) => decided(triage, { fallbackReason: 'openai: timeout', decidedWhy: 'fallback' }),
    see: /The language model did not answer/,
    draft: true,
  },
];

const acted: SidebarState[] = [
  {
    name: 'applied',
    ticket: {
      subject: 'Invoice',
      text: 'Where can I download the invoice for October as a PDF? Our accountant needs it.',
    },
    see: APPLY,
    draft: true,
    act: async (desk) => {
      await apply(desk);
      await desk.app.getByText('Submit the ticket to save.').waitFor();
    },
  },
  {
    name: 'undone',
    ticket: QUESTION,
    see: APPLY,
    draft: true,
    act: async (desk) => {
      await apply(desk);
      await desk.app.getByRole('button', { name: 'Undo' }).click();
      await desk.app.getByText(/fields? restored/).waitFor();
    },
  },
  {
    name: 'set-aside-by-agent',
    ticket: QUESTION,
    see: APPLY,
    act: async ({ app }) => {
      await app.getByRole('button', { name: 'Not now' }).click();
      await app.getByText('Suggestion set aside.').waitFor();
    },
  },
  {
    name: 'stale',
    ticket: QUESTION,
    see: APPLY,
    draft: true,
    act: async (desk, { zendesk, id }) => {
      await desk.app.getByRole('button', { name: /^Set Category to/ }).click();
      await desk.app.getByRole('button', { name: 'Undo' }).waitFor();
      zendesk.comment(id, { text: 'And now the app does not open any more!' });
      await tellApp(desk, 'ticket.conversation.changed');
      await desk.app.getByText('The ticket has changed').waitFor();
    },
  },
  {
    name: 'refused',
    ticket: QUESTION,
    denied: 'write',
    see: APPLY,
    draft: true,
    act: async (desk) => {
      await apply(desk);
      await desk.app.getByText('Not everything could be set').waitFor();
    },
  },
];

const failed: SidebarState[] = [
  { name: 'rate-limited', refusal: problem(429, 'rate_limited', { retryAfterSeconds: 42 }), see: /Try again in/ },
  { name: 'error', refusal: problem(500, 'internal'), see: /No suggestion right now/ },
  { name: 'unreachable', refusal: { status: 502, body: null }, see: /cannot be reached/ },
  {
    name: 'draft-failed',
    ticket: SYNC,
    answer: drafting,
    refusal: problem(500, 'internal'),
    see: APPLY,
    act: async ({ app }) => app.getByText('The triage service could not finish.').waitFor(),
  },
  { name: 'no-permission', denied: 'read', see: /You cannot read this ticket/ },
  { name: 'nothing-to-triage', ticket: { subject: '', text: '' }, see: /Nothing to triage/ },
  { name: 'no-work', ticket: { subject: 'Re: Invoice', text: 'Thank you so much, solved!' }, see: /thank you/ },
  {
    name: 'spam',
    ticket: {
      subject: 'First page of Google',
      text: 'Dear webmaster, I came across your website. We offer affordable SEO services and backlinks. Reply for a free audit.',
    },
    see: /looks like spam/,
  },
  {
    name: 'auto-reply',
    ticket: QUESTION,
    answer: (triage) => ({ ...triage, status: 'skipped', skipReason: 'auto_reply', classification: null }),
    see: /automatic reply/,
  },
  { name: 'closed', ticket: QUESTION, rule: { status: 'closed' }, see: /ticket is closed/ },
];

const elsewhere: SidebarState[] = [
  { name: 'german', locale: 'de', ticket: QUESTION, see: /Änderungen/, draft: true },
  { name: 'japanese', locale: 'ja', ticket: QUESTION, see: /適用/, draft: true },
  {
    name: 'right-to-left',
    mirrored: true,
    ticket: {
      subject: 'تم خصم المبلغ مرتين',
      text: 'مرحبا، تم خصم المبلغ من بطاقتي مرتين لخطة Team هذا الشهر (فاتورة 4711). أرجو إعادة الدفعة الثانية. شكرا، Ada.',
    },
    see: /confidence/,
    draft: true,
  },
];

/** Every state that the sidebar can be in: what the pictures show and what is checked for everybody's access. */
export const SIDEBAR_STATES: readonly SidebarState[] = [...before, ...suggested, ...acted, ...failed, ...elsewhere];
