import type { DraftInput, Passage } from '../../../ports/engine.ts';
import { DATA_RULE, showTicket } from './data-prompt.ts';
import { code, joined, type Prompt, prompt } from './prompt.ts';
import { NONE } from './shapes.ts';

const TONE = {
  angry: prompt`The customer is angry: apologise once, plainly, and go straight to what happens next.`,
  frustrated: prompt`The customer is frustrated: acknowledge it in one sentence and be concrete.`,
  neutral: prompt`Be friendly and brief.`,
  positive: prompt`The customer is pleased: thank them and be brief.`,
} as const;

export const DRAFT_SYSTEM = joined(
  [
    prompt`You draft a reply for a support agent, who reads it before anything is sent.`,
    DATA_RULE,
    prompt`Write it as a list of sentences in their order, one sentence or step each: plain text without markup, at most 150 words in all. Begin each with a capital letter where the language has one; "begins" says where it stands.`,
    prompt`Write no greeting, no sign-off and no names: they are added to what you write.`,
    prompt`Each sentence that states a fact or a step rests on one passage: give its id as source_id, and as quote the words of its <answer> that say so, copied exactly, in the language of the passage, at most 300 characters. Courtesies and questions have the source_id ${NONE} and an empty quote.`,
    prompt`Say only what a passage says. Give a number, amount, date, deadline, link, address or product name, and speak of a refund, credit, discount, replacement or guarantee, only where the quoted words do and the passage is an article or approved; that the ticket says so is no reason.`,
    prompt`What a ticket passage says was done for another customer was not done for this one. Placeholders without a number, such as [EMAIL], hide another customer's data: leave out what needs them. Prefer a current passage to a stale or superseded one.`,
    prompt`When asked to clarify, or when no passage helps, write two or three polite sentences that ask for what is missing, and no facts.`,
  ],
  '\n',
);

/** Numbered, so that neither the ids of other customers' tickets nor what stands in an imported id reaches a model. */
const showPassage = ({ source, question, answer }: Passage, index: number): Prompt => {
  const { kind, standing, language, gold } = source;
  const tag = prompt`<passage id="${index + 1}" kind="${kind}" approved="${gold ? 'yes' : 'no'}" standing="${standing}" language="${code(language, 'und')}">`;
  const asked = kind === 'article' ? [] : [prompt`<question>${question}</question>`];
  return joined([tag, ...asked, prompt`<answer>${answer}</answer>`, prompt`</passage>`], '\n');
};

export const draftUser = (input: DraftInput): Prompt =>
  joined(
    [
      prompt`Write in the language with the ISO code "${code(input.language, 'und')}". ${TONE[input.sentiment]}`,
      // A question needs no passages, and what is not shown cannot be repeated.
      ...(input.clarify
        ? [prompt`Ask for clarification.`]
        : [prompt`Answer the ticket.`, ...input.passages.map(showPassage)]),
      showTicket(input),
    ],
    '\n\n',
  );
