import { expect, it } from 'vitest';
import type { Aside } from '../../backend/contract/triage.ts';
import { cutAside } from './cut-aside.ts';

const place = (over: Partial<Aside>): Aside => ({
  kind: 'quote',
  commentId: '7',
  source: 'text',
  start: 0,
  end: 99,
  ...over,
});
const comment = { id: 7, author_id: 9, public: true, body: 'b', plain_body: 'Hello\n> old words\n', html_body: '' };
const ticket = (html_body: string) => ({ ticket: { id: 1, requester_id: 9 }, comments: [{ ...comment, html_body }] });

it('cuts the place out of the plain text', () => {
  expect(cutAside(place({ start: 6, end: 17 }), ticket(''))).toBe('> old words');
});

it('shows HTML as its reader sees it, without what is never seen', () => {
  const html = '<p>Hi</p><blockquote>old<br>words &amp; more<script>bad()</script></blockquote><p>bye</p>';
  const start = html.indexOf('<blockquote>');
  expect(cutAside(place({ source: 'html', start, end: html.indexOf('<p>bye') }), ticket(html))).toBe(
    'old\nwords & more',
  );
});

it('has nothing to show of a comment that is gone, nor beyond its end', () => {
  expect(cutAside(place({ commentId: '8' }), ticket(''))).toBe('');
  expect(cutAside(place({ start: 500, end: 600 }), ticket(''))).toBe('');
});
