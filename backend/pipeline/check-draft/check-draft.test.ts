import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPassage, checkSentences, strike } from '../../test/check-draft.ts';

const url = 'https://help.tern.example/hc/en-us/articles/4410000012746-Sync';
const sync = aPassage({
  url,
  title: 'Sync',
  answer:
    'Open Settings → Sync, and choose “Start again”.\nMore on https://help.tern.example/sync, or write to care@tern.example. ' +
    'TernBox Plus keeps it, model TX-900 does not.',
});

describe('a sentence and its source', () => {
  it.each([
    'open settings → sync',
    'Open  Settings\n→ Sync, and choose "Start again".',
    'ＯＰＥＮ Settings → Sync',
    '… choose “Start again” …',
  ])('belong together when the source has the words: %s', (quote) => {
    const [part] = checkSentences([{ text: 'Start it again.', sourceId: 'article:1', quote }], { passages: [sync] });
    expect(part?.struck).toBeNull();
    expect(sync.answer).toContain(part?.quote);
  });

  it.each([
    ['words of its own', 'article:1', 'Open the sync menu', 'quote_not_found'],
    ['no words', 'article:1', null, 'quote_not_found'],
    ['words that stand anywhere', 'article:1', 'and', 'quote_not_found'],
    ['a source that nobody gave', 'ticket:9', 'Open Settings', 'no_source'],
  ])('part when it has %s', (_, sourceId, quote, reason) => {
    const [part] = checkSentences([{ text: 'Start it again.', sourceId, quote }], { passages: [sync] });
    expect(part).toMatchObject({ struck: reason, quote: null });
  });

  it('give no more of a quote than the source has of it', () => {
    fc.assert(
      fc.property(fc.nat(160), fc.integer({ min: 12, max: 60 }), (from, length) => {
        const quote = sync.answer.slice(from, from + length);
        const [part] = checkSentences([{ text: 'So it is.', sourceId: 'article:1', quote }], { passages: [sync] });
        if (part?.quote) expect(sync.answer).toContain(part.quote);
        else expect(quote.match(/[\p{L}\p{N}]/gu)?.length ?? 0).toBeLessThan(6);
      }),
    );
  });
});

describe('links, addresses and names', () => {
  it.each([
    'See https://help.tern.example/sync.',
    'See help.tern.example/sync for more.',
    `More on this: ${url}`,
    'Write to care@tern.example.',
    'TernBox Plus keeps it; the TX-900 does not.',
    'Save it as report.pdf, e.g. on your desktop.',
  ])('stay when the source gives them: %s', (text) => {
    expect(strike(text, sync, { products: ['TernBox Plus', 'TernBox'] })).toBeNull();
  });

  it.each([
    ['Visit https://evil.example/pay now.', 'link'],
    ['Log in at evil.example/login today.', 'link'],
    ['Get it from ftp://files.evil.example now.', 'link'],
    ['See help.tern.example.evil.example/sync.', 'link'],
    ['See https://help.tern.example/pay.', 'link'],
    ['Would you look at evil.example?', 'link'],
    ['Write to boss@evil.example please.', 'foreign_data'],
    ['TernBox Max keeps it.', 'product'],
    ['Use PhotoMagic for it.', 'product'],
    ['Install the QX-700 driver.', 'product'],
  ])('are struck when nobody gives them: %s', (text, reason) => {
    expect(strike(text, sync, { products: ['TernBox Max'] })).toBe(reason);
  });
});

describe("somebody else's data", () => {
  const own = {
    vault: { '[NAME_1]': 'Ada Quill', '[EMAIL_1]': 'ada@quill.example', '[EMAIL_2]': 'x@evil.example' },
    emails: ['ada@quill.example'],
    policy: { keep: [], regions: [] },
  };

  it('is told from what this ticket holds', () => {
    expect(strike('Hello [NAME_1], is [EMAIL_1] your address?', null, { own })).toBeNull();
    expect(strike('Ada Quill is right.', null, { own })).toBeNull();
  });

  it.each([
    ['Dear [NAME_2], hello.', 'foreign_data'],
    ['Please ask [NAME] about it.', 'foreign_data'],
    ['Write to [EMAIL_2] about it.', 'address'],
    ['Please ask Mr Miller about it.', 'foreign_data'],
    ['Pay to DE89 3704 0044 0532 0130 00.', 'foreign_data'],
  ])('is struck: %s', (text, reason) => {
    expect(strike(text, null, { own })).toBe(reason);
  });

  it('is not even shown', () => {
    const text = 'Hello [NAME_1], their address is eve@other.example.';
    const [part] = checkSentences([{ text, sourceId: null, quote: null }], { own });
    expect(part).toMatchObject({ text: 'Hello [NAME_1], their address is [EMAIL].', struck: 'foreign_data' });
  });
});

describe('a request', () => {
  it.each([
    ['en', 'Please confirm your address and you will receive €200.', 'amount'],
    ['en', 'Please send us the number and we will get back to you within 24 hours.', 'date'],
    ['en', 'Please reply to this message, otherwise your account closes on 5 March.', 'date'],
    ['de', 'Bitte teilen Sie uns die Nummer mit, dann melden wir uns innerhalb von 24 Stunden.', 'date'],
    ['es', 'Por favor indique el número de pedido y le responderemos en 24 horas.', 'date'],
    ['fr', 'Merci de nous indiquer votre numéro et nous vous répondrons sous 24 heures.', 'date'],
    ['pt', 'Por favor, informe o número do pedido e responderemos em 24 horas.', 'date'],
    ['ja', 'ご注文番号をお知らせいただければ、24時間以内に返信いたします。', 'date'],
  ])('tells no figure in passing (%s): %s', (language, text, reason) => {
    expect(strike(text, null, { language })).toBe(reason);
  });

  it.each([
    ['en', 'Please tell us which of the two accounts it is and we will look into it.'],
    ['en', 'Please tell us whether it happened on 3 March or later.'],
    ['de', 'Bitte senden Sie uns die 2 Rechnungen, dann werden wir das prüfen.'],
    ['es', 'Por favor indique cuál de las dos facturas es y la revisaremos.'],
    ['ja', 'ご注文番号をお知らせいただければ、確認いたします。'],
  ])('may ask about any (%s): %s', (language, text) => {
    expect(strike(text, null, { language })).toBeNull();
  });
});

describe('what a struck sentence leaves behind', () => {
  const quote = 'choose “Start again”';
  const said = (text: string, sourceId: string | null = 'article:1') => ({
    text,
    sourceId,
    quote: sourceId && quote,
  });
  const strikes = (sentences: Parameters<typeof checkSentences>[0]) =>
    checkSentences(sentences, { passages: [sync] }).map(({ struck }) => struck);

  it('goes with it when it leads to nothing else', () => {
    expect(strikes([said('More on this: ', null), said('https://evil.example/x')])).toEqual(['link', 'link']);
    const steps = [said('These steps help:\n', null), said('1. Wait 9 days.\n'), said('2. Call 0800 1234.\n\n')];
    expect(strikes([...steps, said('Good luck!', null)])).toEqual(['date', 'date', 'foreign_data', null]);
  });

  it('stays when something is left to lead to', () => {
    const steps = [said('These steps help:\n', null), said('1. Wait 9 days.\n'), said('2. Start again.\n')];
    expect(strikes(steps)).toEqual([null, 'date', null]);
    expect(strikes([said('1. Start again.\n'), said('2. Wait 9 days.\n')])).toEqual([null, 'date']);
  });

  it('goes with it when it leans on it', () => {
    expect(strikes([said('Open evil.example. '), said('There you will find the button.')])).toEqual(['link', 'link']);
    expect(strikes([said('Open Settings. '), said('There you will find the button.')])).toEqual([null, null]);
  });
});

describe('any text', () => {
  it('comes through whole, struck or not, but for what is foreign', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
    );
    const sentence = fc.record({ text, sourceId: fc.constantFrom(null, 'article:1'), quote: fc.option(text) });
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 6 }), text, (sentences, answer) => {
        const parts = checkSentences(sentences, { passages: [aPassage({ answer })], policy: [answer] });
        expect(parts).toHaveLength(sentences.length);
        parts.forEach((part, index) => {
          if (part.struck !== 'foreign_data') expect(part.text).toBe(sentences[index]?.text.toWellFormed());
          if (part.quote !== null) expect(answer).toContain(part.quote);
        });
      }),
    );
  });
});
