import { describe, expect, it } from 'vitest';
import { createMasker } from '../adapters/masker/builtin/create-masker.ts';
import type { MaskedText, Passage, RawDraft } from '../ports/engine.ts';
import { replyRulesSchema } from '../ports/reply-rules.ts';
import { createTextTasks } from '../reader/text-tasks.ts';
import { aPassage } from '../test/check-draft.ts';
import { scriptedEngine } from '../test/engine.ts';
import { aClassification } from '../test/ticket.ts';
import { draft } from './draft.ts';
import type { FoundPassage } from './read-passages.ts';

const tasks = createTextTasks(createMasker());
const reader = { checkDraft: async (input: Parameters<typeof tasks.checkDraft>[0]) => tasks.checkDraft(input) };
const article = aPassage({ id: 'article:1', answer: 'Open Settings and choose Sync. It takes 5 minutes.' });
const ticket = aPassage({ id: 'ticket:1', kind: 'ticket', answer: 'Please restart the app to sync again.' });
const feeding = (...passages: Passage[]): FoundPassage[] => passages.map((passage) => ({ passage, feeds: true }));
const quoted = (text: string) => ({ text, sourceId: 'article:1', quote: 'Open Settings and choose Sync' });
const own = (text: string) => ({ text, sourceId: null, quote: null });

async function ask(
  sentences: RawDraft['sentences'],
  over: { found?: FoundPassage[]; unsure?: boolean; reply?: object; language?: string; checks?: boolean } = {},
) {
  const asked: unknown[] = [];
  const { engine } = scriptedEngine({ metered: false, draft: { sentences } });
  const climbing = {
    engines: [
      {
        ...engine,
        draft: (...args: Parameters<typeof engine.draft>) => {
          asked.push(args[0]);
          return engine.draft(...args);
        },
      },
    ],
    spend: async () => 'spent' as const,
    note: () => {},
    signal: AbortSignal.timeout(10_000),
  };
  const made = await draft(
    {
      subject: 'Sync' as MaskedText,
      text: 'It does not sync, and you owe me 500 €.' as MaskedText,
      language: over.language ?? 'en',
      classification: aClassification(over.unsure ? { unsure: ['category'], needsReview: true } : {}),
      found: over.found ?? feeding(article),
      vault: {},
      ticket: { requester: { id: '1', name: 'Ada Quill', email: null }, people: [] },
    },
    {
      climbing,
      reader: over.checks === false ? { checkDraft: async () => null } : reader,
      reply: replyRulesSchema.parse(over.reply ?? {}),
      masking: { keep: [], regions: [] },
    },
  );
  return { ...made, asked: asked[0] };
}

describe('a draft', () => {
  it('is a letter of what stays, with what each sentence rests on', async () => {
    const said = [
      own('We are sorry. '),
      quoted('Open Settings and choose Sync. '),
      quoted('You get 500 € back. '),
      quoted('It takes 5 minutes.'),
    ];
    const { draft: made, vault } = await ask(said);
    expect(made).toMatchObject({
      kind: 'reply',
      text: 'Hello [NAME_1],\n\nWe are sorry. Open Settings and choose Sync. It takes 5 minutes.\n\nKind regards',
      sourceIds: ['article:1'],
      decidedBy: 'openai',
    });
    expect(made?.parts.map(({ sourceId, struck }) => [sourceId, struck])).toEqual([
      [null, null],
      [null, null],
      ['article:1', null],
      ['article:1', 'amount'],
      ['article:1', null],
      [null, null],
    ]);
    expect(vault).toEqual({ '[NAME_1]': 'Ada Quill' });
  });

  it('asks a question when nothing of the answer is left, and shows what was struck', async () => {
    const { draft: made } = await ask([
      own('We are sorry. '),
      quoted('You get 500 € back. '),
      own('I hope this helps!'),
    ]);
    expect(made).toMatchObject({ kind: 'clarifying', sourceIds: [] });
    expect(made?.text).toMatch(/^Hello \[NAME_1\],\n\nWe are sorry\.\n\nSo that we can help.*\?\n\nKind regards$/s);
    expect(made?.parts.filter(({ struck }) => struck).map(({ text }) => text.trim())).toEqual(['You get 500 € back.']);
  });

  it('keeps the question that is there', async () => {
    const { draft: made } = await ask([quoted('You get 500 € back. '), own('Which version do you use?')]);
    expect(made).toMatchObject({
      kind: 'clarifying',
      text: 'Hello [NAME_1],\n\nWhich version do you use?\n\nKind regards',
    });
  });

  it('is none in a language without words of ours when nothing is left', async () => {
    expect((await ask([quoted('500 € krijgt u.')], { language: 'nl' })).draft).toBeNull();
  });

  it('is a question where a human has to decide first, or nothing may feed an answer', async () => {
    for (const over of [{ unsure: true }, { found: [] }, { found: [{ passage: ticket, feeds: false }] }]) {
      const { draft: made, asked } = await ask([own('Which version do you use?')], over);
      expect(asked).toMatchObject({ clarify: true });
      expect(made).toMatchObject({ kind: 'clarifying', sourceIds: [] });
    }
  });

  it('shows an engine nothing but what may feed it', async () => {
    const found = [...feeding(article), { passage: ticket, feeds: false }];
    const { asked } = await ask([quoted('Open Settings and choose Sync.')], { found });
    expect(asked).toMatchObject({ clarify: false, passages: [article] });
  });

  it('greets and signs as the tenant says, in whatever words', async () => {
    const reply = { greeting: { en: 'Ahoy {name}, 20 % off!' }, signOff: { en: 'We guarantee it. Team Tern' } };
    const { draft: made } = await ask([quoted('Open Settings and choose Sync.')], { reply });
    expect(made?.text).toBe('Ahoy [NAME_1], 20 % off!\n\nOpen Settings and choose Sync.\n\nWe guarantee it. Team Tern');
  });

  it('is none when the check had to be ended', async () => {
    expect(await ask([quoted('Open Settings.')], { checks: false })).toMatchObject({ draft: null, vault: {} });
  });

  it('is as long as a letter may be, whatever an engine says', async () => {
    const endless = Array.from({ length: 200 }, (_, index) =>
      quoted(`${'Open Settings and choose Sync, please do. '.repeat(index)} `),
    );
    const { draft: made } = await ask(endless);
    expect(made?.text.length).toBeLessThanOrEqual(8000);
    expect(made?.parts.length).toBeLessThanOrEqual(80);
  });
});
