import { type Reading, toArticleItem, toTicketItem } from '../knowledge/to-item.ts';
import { htmlToLines } from '../pipeline/ingest/html-to-lines.ts';
import { joinLines } from '../pipeline/ingest/line.ts';
import { ingest } from '../pipeline/ingest.ts';
import { detectLanguage, identifyLanguage } from '../pipeline/preprocess/detect-language.ts';
import { readText, type TextToRead } from '../pipeline/read-text.ts';
import { unpackMail } from '../pipeline/unpack-mail.ts';
import type { Masker } from '../ports/masker.ts';
import type { Article, SolvedTicket, Ticket } from '../ports/ticket.ts';

/** What the thread for texts does: everything that goes through a stranger's text. */
export function createTextTasks(masker: Masker) {
  const readOwnWords = async (ticket: Ticket) => ingest(await unpackMail(ticket)).text;
  const reading: Reading = {
    masker,
    readOwnWords,
    htmlToText: (html) => joinLines(htmlToLines(html)),
    detectLanguage,
  };
  return {
    ingest: async (ticket: Ticket) => {
      const ingested = ingest(await unpackMail(ticket));
      return { ...ingested, language: identifyLanguage(`${ingested.text}\n${ingested.subject}`).main };
    },
    readText: (text: TextToRead) => readText(text, masker),
    readSolvedTicket: (solved: SolvedTicket) => toTicketItem(solved, reading),
    readArticle: (article: Article) => toArticleItem(article, reading),
  };
}
export type TextTasks = ReturnType<typeof createTextTasks>;
