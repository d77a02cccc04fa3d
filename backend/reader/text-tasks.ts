import type { Reading } from '../knowledge/to-item/reading.ts';
import { toArticleItem } from '../knowledge/to-item/to-article-item.ts';
import { toTicketItem } from '../knowledge/to-item/to-ticket-item.ts';
import { checkDraft, type DraftToCheck } from '../pipeline/check-draft/check-draft.ts';
import { checkRewrite, type RewriteToCheck } from '../pipeline/check-draft/check-rewrite.ts';
import { compareSignals } from '../pipeline/escalation/signals-of.ts';
import { htmlToLines } from '../pipeline/ingest/html-to-lines.ts';
import { joinLines } from '../pipeline/ingest/line.ts';
import { ingest } from '../pipeline/ingest.ts';
import { maskPassage, type PassageToMask } from '../pipeline/mask-passage.ts';
import { identifyLanguage } from '../pipeline/preprocess/detect-language.ts';
import { readText, type TextToRead } from '../pipeline/read-text.ts';
import { type DraftToMask, maskGiven } from '../pipeline/rewrite/mask-given.ts';
import { unpackMail } from '../pipeline/unpack-mail.ts';
import type { Masker, MaskingPolicy } from '../ports/masker.ts';
import type { RulesCompared } from '../ports/signals.ts';
import type { Article, Comment, SolvedTicket, Ticket } from '../ports/ticket.ts';

/** Whether a comment is read as the helpdesk holds it: places in an unpacked mail are nowhere in what an agent sees. */
function isAsSent(id: string, sent: Ticket, read: Ticket): boolean {
  const [before, after] = [sent, read].map(({ comments }) => comments.find((comment) => comment.id === id));
  return before?.text === after?.text && before?.html === after?.html;
}

/** A reply is read as a customer's mail is: whoever wrote it, their quotes and their signature are set aside. */
function asMail(reply: Comment, ticket: Ticket): Ticket {
  const author = ticket.people.find(({ id }) => id === reply.authorId);
  const requester = author ?? { id: reply.authorId, name: null, email: null };
  return { ...ticket, channel: 'email', requester, comments: [{ ...reply, fromCustomer: true, public: true }] };
}

/** What the thread for texts does: everything that goes through a stranger's text. */
export function createTextTasks(masker: Masker) {
  const readOwnWords = async (ticket: Ticket) => ingest(await unpackMail(ticket)).text;
  const reading = (policy: MaskingPolicy): Reading => ({
    masker,
    policy,
    readOwnWords,
    readReply: (reply, ticket) => readOwnWords(asMail(reply, ticket)),
    htmlToText: (html) => joinLines(htmlToLines(html)),
    detectLanguage: (text) => identifyLanguage(text).main,
  });
  return {
    ingest: async (ticket: Ticket) => {
      const unpacked = await unpackMail(ticket);
      const ingested = ingest(unpacked);
      const parts = ingested.parts.filter(({ commentId }) => isAsSent(commentId, ticket, unpacked));
      return { ...ingested, parts, language: identifyLanguage(`${ingested.text}\n${ingested.subject}`).main };
    },
    readText: (text: TextToRead) => readText(text, masker),
    compareSignals: ({ text, ...rules }: RulesCompared & { text: string }) => compareSignals(text, rules),
    maskPassage: (passage: PassageToMask) => maskPassage(passage, masker),
    checkDraft: (draft: DraftToCheck) => checkDraft(draft, masker),
    maskGiven: (draft: DraftToMask) => maskGiven(draft, masker),
    checkRewrite: (rewrite: RewriteToCheck) => checkRewrite(rewrite, masker),
    readSolvedTicket: ({ solved, policy }: { solved: SolvedTicket; policy: MaskingPolicy }) =>
      toTicketItem(solved, reading(policy)),
    readArticle: ({ article, policy }: { article: Article; policy: MaskingPolicy }) =>
      toArticleItem(article, reading(policy)),
  };
}
export type TextTasks = ReturnType<typeof createTextTasks>;
