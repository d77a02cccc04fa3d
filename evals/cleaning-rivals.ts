import EmailReplyParser from 'email-reply-parser';
import planer from 'planer';
import PostalMime from 'postal-mime';
import { htmlToLines } from '../backend/pipeline/ingest/html-to-lines.ts';
import { readMail } from './cleaning.ts';
import type { CleaningRow } from './cleaning-rows.ts';
import type { Cleaned } from './cleaning-scores.ts';
import { createPlanerDocument } from './planer-document.ts';

type Method = (row: CleaningRow) => Promise<Omit<Cleaned, 'row'>>;

const NAIVE_QUOTE = /^\s*>/;
const NAIVE_END = /^(?:On .*wrote:|-- ?$|-+ ?Original Message|From: |_{10,}|Sent from my )/;

/** What one could use instead of us, each as its own manual says, HTML turned into text where it reads only text. */
export const RIVALS: Record<string, Method> = {
  nothing: async (row) => ({ text: await toPlain(row) }),
  naive: async (row) => ({ text: naive(await toPlain(row, /gmail_quote|<blockquote/i)) }),
  'email-reply-parser': async (row) => ({ text: new EmailReplyParser().parseReply(await toPlain(row)) }),
  planer: async (row) => ({ text: await withPlaner(row) }),
};

export const METHODS: Record<string, Method> = { ...RIVALS, ours: readMail };

async function toPlain(row: CleaningRow, cutAt?: RegExp): Promise<string> {
  const { text, html } = await bodyOf(row);
  if (text !== null) return text;
  const cut = cutAt ? (html ?? '').split(cutAt)[0] : html;
  return readable(cut ?? '');
}

async function bodyOf({ raw, kind }: CleaningRow): Promise<{ text: string | null; html: string | null }> {
  if (kind.startsWith('html:')) return { text: null, html: raw };
  if (!kind.startsWith('eml:')) return { text: raw, html: null };
  const mail = await PostalMime.parse(raw);
  return { text: mail.text ?? null, html: mail.html ?? null };
}

const readable = (html: string): string =>
  htmlToLines(html)
    .map(({ text }) => text)
    .join('\n');

function naive(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => NAIVE_END.test(line));
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .filter((line) => !NAIVE_QUOTE.test(line))
    .join('\n');
}

async function withPlaner(row: CleaningRow): Promise<string> {
  const { text, html } = await bodyOf(row);
  if (text !== null) return planer.extractFrom(text, 'text/plain');
  const { document, close } = createPlanerDocument();
  try {
    return readable(planer.extractFrom(html ?? '', 'text/html', document));
  } finally {
    await close();
  }
}
