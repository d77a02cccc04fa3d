import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../../contract/triage.ts';
import type { DraftInput, MaskedText, Passage } from '../../../ports/engine.ts';
import { aDraftInput, aPassage } from '../../../test/engine.ts';
import { createBuiltinEngine, loadShippedModel } from './create-builtin-engine.ts';

const engine = createBuiltinEngine({ model: loadShippedModel() });
const { signal } = new AbortController();

const TITLE = new Map([
  ['en', 'Find and download an invoice'],
  ['de', 'Rechnung speichern'],
  ['fr', 'Télécharger une facture'],
]);

const passage = (
  answer: string,
  language = 'en',
  kind: 'ticket' | 'article' = 'ticket',
  over: Partial<Source> = {},
): Passage =>
  aPassage(
    answer,
    {
      id: `${kind}:${language}`,
      kind,
      title: TITLE.get(language) ?? '',
      url: kind === 'article' ? 'https://help.example/invoices' : null,
      language,
      category: null,
      score: 0.7,
      ...over,
    },
    TITLE.get(language) ?? '',
  );

async function draft(input: Partial<DraftInput>) {
  const subject = (TITLE.get(input.language?.slice(0, 2) ?? 'en') ?? '') as MaskedText;
  const answer = await engine.draft(aDraftInput({ subject, text: 'Where?' as MaskedText, ...input }), signal);
  if (!answer.ok) throw new Error(answer.reason);
  const { sentences } = answer.value;
  const ids = sentences.flatMap(({ sourceId }) => sourceId ?? []);
  return { sentences, text: sentences.map(({ text }) => text).join(''), sourceIds: [...new Set(ids)] };
}

const steps =
  'Hi [NAME_1],\n\nThanks for asking.\n\n1. Open Settings → Billing.\n2. Click "Download".\n3. We refunded 29 € to [IBAN_1].\n\nKind regards,\nMara';

describe('a draft from another reply', () => {
  it('keeps the steps that hold for everyone and renumbers them', async () => {
    const { text, sourceIds } = await draft({ passages: [passage(steps)], sentiment: 'angry' });
    expect(text).toContain('These steps should help:\n1. Open Settings → Billing.\n2. Click "Download".');
    expect(text).toContain('very sorry');
    expect(text).not.toMatch(/29|NAME|IBAN|refunded|Mara|Thanks for asking/);
    expect(sourceIds).toEqual(['ticket:en']);
  });

  it('gives no steps at all when one within them would be missing', async () => {
    const gap = '1. Open Settings.\n2. Press "Pay" beside the 29 € invoice.\n3. Reload the page.\n4. Sign in.';
    expect((await draft({ passages: [passage(gap)] })).sourceIds).toEqual([]);
  });

  it('gives points only under the sentence that announces them', async () => {
    const points = '- The plan goes on.\n- The invoice is under Billing.';
    const orphans = await draft({ passages: [passage(`I have returned the money.\n\n${points}`)] });
    expect(orphans.sourceIds).toEqual([]);
    const led = await draft({ passages: [passage(`What to know about invoices:\n\n${points}`)] });
    expect(led.text).toContain(`What to know about invoices:\n${points}`);
  });

  it.each([
    'Hello Anna, your invoice is ready.',
    'We have credited the invoice to your card.',
    'Your invoice AB-1234 ships on 12.03.2024.',
    'The invoice total is $40.',
    'Please write to [EMAIL_1] for an invoice.',
    'The invoice has been reissued.',
    'The invoice goes out on Thursday.',
    'Your invoice settings are wrong.',
    'So the invoice is right again.',
    'Umbrellas dry faster outside.',
    'Ich habe Ihr Konto entsperrt.',
    'Nous avons remboursé votre achat.',
    'Hemos devuelto el importe.',
    'ご返金いたしました。',
  ])('does not repeat what was meant for another customer: %s', async (particular) => {
    const { text } = await draft({
      passages: [passage(`You can find and download every invoice under Settings.\n\nBest.\n\n${particular}`)],
    });
    expect(text).toContain('You can find and download every invoice under Settings.');
    expect(text).not.toContain(particular);
  });

  it('cites the answer for each step and repeats it word by word; our own words cite nothing', async () => {
    const { sentences } = await draft({
      passages: [passage(`Hi [NAME_1],\nyou can find and download every invoice there.\n${steps}`)],
    });
    expect(sentences).toEqual([
      { text: 'Thank you for getting in touch.\n\n', sourceId: null, quote: null },
      {
        text: 'You can find and download every invoice there.\n\n',
        sourceId: 'ticket:en',
        quote: 'you can find and download every invoice there.',
      },
      { text: 'These steps should help:\n', sourceId: null, quote: null },
      { text: '1. Open Settings → Billing.\n', sourceId: 'ticket:en', quote: 'Open Settings → Billing.' },
      { text: '2. Click "Download".', sourceId: 'ticket:en', quote: 'Click "Download".' },
    ]);
  });

  it.each([
    'An invoice takes two days to find and download.',
    'Find and download the invoice within 24 hours.',
    'To find the invoice, download the PowerSync app.',
    'You can find and download the invoice at billing.example.com.',
    'Find and download the invoice, then ask for a refund.',
    'Every invoice that you download is free of charge.',
    'Find and download the invoice by tomorrow.',
    'Die Rechnung speichern Sie innerhalb einer Woche.',
    'Die Rechnung speichern Sie kostenlos unter Einstellungen.',
    'Télécharger une facture ouvre droit à un remboursement.',
    'Télécharger une facture prend quelques jours.',
  ])('says only what a person approved when it is a figure, a name, a term or a promise: %s', async (fact) => {
    const [language = 'en'] = [...TITLE].find(([, title]) => fact.includes(title.split(' ')[0] ?? '')) ?? [];
    const answered = (over: Partial<Source>) =>
      draft({ language, passages: [passage(fact, language, 'ticket', over)] });
    expect((await answered({})).sourceIds).toEqual([]);
    expect((await answered({ gold: true })).text).toContain(fact);
  });

  it('is a stopgap for a suggestion, which is passed on', async () => {
    const { text } = await draft({ passages: [passage(steps)], category: 'feature_request' });
    expect(text).toContain('pass this idea on');
    expect(text).toContain('Until then, this may help:\n1. Open');
  });
});

describe('a draft from an article', () => {
  const article =
    'Invoices are PDF files.\n\nPrices\n\n- One seat costs 0.07 € a day.\n- A refund takes 5 to 10 days.\n\nRead-only account\n\n- Add another card.\n- Press pay.\n\nFind and download\n\nEvery invoice can be downloaded there.';

  it('gives the section that the question is about under its heading, figures included, and the address', async () => {
    const { text, sourceIds, sentences } = await draft({ passages: [passage(article, 'en', 'article')] });
    expect(text).toContain('Invoices are PDF files.');
    expect(text).toContain('Find and download:\nEvery invoice can be downloaded there.');
    expect(text).toContain('0.07 €');
    expect(text).not.toContain('Read-only');
    expect(sentences.at(-1)).toEqual({
      text: 'More on this: https://help.example/invoices',
      sourceId: 'article:en',
      quote: 'Invoices are PDF files.',
    });
    expect(sentences).toContainEqual({
      text: 'Find and download:\n',
      sourceId: 'article:en',
      quote: 'Find and download',
    });
    expect(sourceIds).toEqual(['article:en']);
  });

  it('points to no address that is none of the web', async () => {
    for (const url of [null, 'javascript:alert(1)', 'https://a.example and more'])
      expect((await draft({ passages: [passage(article, 'en', 'article', { url })] })).text).not.toContain(
        'More on this',
      );
  });

  it('leaves out a list whose announcement holds an address that nobody may see', async () => {
    const { text } = await draft({
      passages: [
        passage(
          `${article}\n\nInvoice by mail\n\nWrite to [EMAIL] with:\n\n- the invoice number\n- the date`,
          'en',
          'article',
        ),
      ],
    });
    expect(text).not.toContain('the invoice number');
  });
});

describe('a draft', () => {
  it('prefers an answer in the language of the customer to a better one in another', async () => {
    const { text, sourceIds } = await draft({
      language: 'de-AT',
      passages: [
        passage('1. Open the settings.\n2. Save the invoice.'),
        passage('1. Öffnen Sie die Einstellungen.\n2. Speichern Sie die Rechnung.', 'de'),
      ],
    });
    expect(text).toContain('2. Speichern Sie die Rechnung.');
    expect(text).not.toContain('Open the settings');
    expect(sourceIds).toEqual(['ticket:de']);
  });

  it('quotes nothing in a language that the customer did not use', async () => {
    const { text, sourceIds } = await draft({ language: 'fr', passages: [passage(steps)] });
    expect(text).toContain('la facture ou le paiement');
    expect(text).not.toContain('Open');
    expect(sourceIds).toEqual([]);
  });

  it('repeats nothing that a newer answer has superseded, and rather what is current than what is stale', async () => {
    const [old, stale] = (['superseded', 'stale'] as const).map((standing) => ({
      ...passage(steps),
      source: { ...passage(steps).source, id: standing, standing },
    }));
    expect((await draft({ passages: [old!] })).sourceIds).toEqual([]);
    expect((await draft({ passages: [stale!] })).sourceIds).toEqual(['stale']);
    expect((await draft({ passages: [stale!, passage(steps)] })).sourceIds).toEqual(['ticket:en']);
  });

  it('answers nothing with what is about something else', async () => {
    const { sourceIds } = await draft({
      subject: 'The lamp flickers' as MaskedText,
      text: 'It hums, too.' as MaskedText,
      passages: [passage(steps)],
    });
    expect(sourceIds).toEqual([]);
  });

  it('takes the passage that is about the question, not the first one', async () => {
    const lamp = passage('1. Unplug the lamp.\n2. Change the bulb.');
    lamp.source = { ...lamp.source, id: 'lamp', title: 'Lamp flickers' };
    lamp.question = 'The lamp hums and flickers' as MaskedText;
    expect((await draft({ passages: [lamp, passage(steps)] })).sourceIds).toEqual(['ticket:en']);
  });

  it.each([
    ['en', 'invoice or payment'],
    ['es', 'factura o pago'],
    ['fr', 'facture ou le paiement'],
    ['de', 'Rechnung oder Zahlung'],
    ['pt', 'fatura ou pagamento'],
    ['ja', '請求書またはお支払い'],
  ])('asks in %s for what is missing', async (language, question) => {
    const { text, sourceIds } = await draft({ language, passages: [passage(steps, language)], clarify: true });
    expect(text).toContain(question);
    expect(text).not.toContain('Settings');
    expect(sourceIds).toEqual([]);
  });

  it('thanks for praise instead of asking, unless something is asked', async () => {
    const praise: Partial<DraftInput> = { sentiment: 'positive', urgency: 'P4', category: 'general', clarify: true };
    expect((await draft({ ...praise, text: 'Lovely.' as MaskedText })).text).toContain('good to hear');
    expect((await draft({ ...praise, text: 'Lovely. And now?' as MaskedText })).text).not.toContain('good to hear');
  });

  it('says that what is urgent is, and warns of a password or card number that was sent', async () => {
    const { text } = await draft({ urgency: 'P1', text: 'Key: [SECRET_1], card [CARD_1]' as MaskedText });
    expect(text).toContain('treating this as urgent');
    expect(text).toMatch(/password or a key[\s\S]*full card number/);
    expect((await draft({})).text).not.toMatch(/urgent|password|card number/);
  });

  it('survives any answer and never shows a placeholder', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('[NAME_1]', '1. ', '\n', '- ', '. ')),
          { maxLength: 40 },
        ),
        fc.string({ maxLength: 12 }),
        async (parts, language) => {
          const { text } = await draft({ language, category: language, passages: [passage(parts.join(''), language)] });
          expect(text).not.toMatch(/\[NAME_\d+\]/);
        },
      ),
    ));

  it('quotes what stands in the passage that it names, and leaves out nothing between the sentences', async () => {
    const pieces = [
      'you can find and download every invoice under settings. ',
      'Find the invoice:\n',
      'Find and download\n',
      '(Invoices are found there, too.) ',
      '1. Open the invoice.\n',
      '2) Download it.\n',
      '- Find it.\n',
      '\u00a0\t',
      '\r\n\n',
      'Ａ ﬁnd […] ',
      'See [NAME_1]. ',
    ];
    let quoted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 16 }),
        fc.record({ kind: fc.constantFrom('ticket', 'article'), gold: fc.boolean() }),
        async (parts, over) => {
          const found = passage(parts.join(''), 'en', 'article', over);
          const { sentences } = await draft({ passages: [found] });
          for (const [index, { text, quote, sourceId }] of sentences.entries()) {
            expect(sourceId).toBe(quote === null ? null : found.source.id);
            expect(found.answer).toContain(quote ?? '');
            expect(text).toMatch(index < sentences.length - 1 ? /\S(?: |\n|\n\n)$/ : /\S$/);
            if (quote !== null) quoted += 1;
          }
        },
      ),
    );
    expect(quoted).toBeGreaterThan(100);
  });
});
