import { el } from './element.ts';
import type { Comment } from './rest-shapes.ts';

const KEPT = new Set(
  'P DIV BR UL OL LI B STRONG I EM U S CODE PRE BLOCKQUOTE TABLE THEAD TBODY TR TD TH HR SPAN'.split(' '),
);
const HEADINGS = /^H[1-6]$/;
const DROPPED = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT TITLE HEAD IFRAME OBJECT EMBED SVG MATH FORM'.split(' '));

/** A comment as the agent reads it: rebuilt from a short list of elements, with no attribute of the sender's but safe links. */
export function commentBody(comment: Comment): HTMLElement {
  const body = el('div', { class: 'body', dir: 'auto' });
  if (comment.html_body === null) body.append(comment.body);
  else body.append(...rebuild(new DOMParser().parseFromString(comment.html_body, 'text/html').body));
  if (body.textContent.trim() === '') body.replaceChildren(el('span', { class: 'muted' }, 'This message has no text.'));
  return body;
}

function rebuild(parent: Node): Node[] {
  return [...parent.childNodes].flatMap((node): Node[] => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.nodeValue ?? '')];
    if (!(node instanceof HTMLElement) || DROPPED.has(node.nodeName)) return [];
    if (node.nodeName === 'IMG') return [document.createTextNode(`[image ${node.getAttribute('alt') ?? ''}]`)];
    const copy = emptyCopy(node);
    if (copy === null) return rebuild(node);
    copy.append(...rebuild(node));
    return [copy];
  });
}

function emptyCopy(node: HTMLElement): HTMLElement | null {
  if (HEADINGS.test(node.nodeName)) return el('p', { class: 'heading' });
  if (node.nodeName === 'A') return link(node.getAttribute('href') ?? '');
  if (!KEPT.has(node.nodeName)) return null;
  return document.createElement(node.nodeName);
}

function link(href: string): HTMLElement | null {
  if (!/^(https?:|mailto:)/i.test(href)) return null;
  return el('a', { href, title: href, target: '_blank', rel: 'noopener noreferrer nofollow' });
}
