import { commentBody } from './comment-body.ts';
import { el } from './element.ts';
import { icon } from './icon.ts';
import type { OpenTicket } from './open-ticket.ts';
import type { Comment } from './rest-shapes.ts';
import { timeAgo } from './time-ago.ts';

export function createConversation(ticket: OpenTicket): HTMLElement {
  const element = el('section', {
    class: 'conversation',
    'aria-label': 'Conversation',
    'data-test': 'conversation',
    tabindex: 0,
  });
  const show = () => {
    element.replaceChildren(...ticket.comments.map((comment) => turn(comment, ticket)));
    requestAnimationFrame(() => element.lastElementChild?.scrollIntoView({ block: 'start' }));
  };
  ticket.onNews((news) => {
    if (news.type === 'conversation') show();
  });
  show();
  return element;
}

function turn(comment: Comment, ticket: OpenTicket): HTMLElement {
  const author = ticket.user(comment.author_id);
  const name = author?.name ?? 'Unknown user';
  const side = author?.role === 'end-user' ? 'customer' : 'agent';
  return el(
    'article',
    { class: `turn ${side} ${comment.public ? 'public' : 'internal'}` },
    el('span', { class: 'avatar', 'aria-hidden': 'true' }, name.trim().charAt(0).toUpperCase()),
    el(
      'div',
      { class: 'bubble' },
      el(
        'header',
        {},
        el('strong', { dir: 'auto' }, name),
        comment.public ? null : el('span', { class: 'badge' }, 'Internal'),
        el('span', { class: 'muted' }, timeAgo(comment.created_at), ` · ${comment.via.channel}`),
      ),
      commentBody(comment),
      ...comment.attachments.map(({ file_name, size }) =>
        el('p', { class: 'attachment' }, icon('clip'), `${file_name} (${Math.ceil(size / 1024)} kB)`),
      ),
    ),
  );
}
