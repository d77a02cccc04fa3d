import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftInput, MaskedText, Passage } from '../../../ports/engine.ts';
import { createBuiltinEngine } from './create-builtin-engine.ts';

const engine = createBuiltinEngine({
  examples: ['P1', 'P2'].map((urgency) => ({
    subject: '',
    text: 'x',
    category: 'general',
    urgency: urgency as 'P1',
    sentiment: 'neutral',
  })),
});
const { signal } = new AbortController();

const passage = (answer: string, language = 'en', kind: 'ticket' | 'article' = 'ticket'): Passage => ({
  source: {
    id: `${kind}:${language}`,
    kind,
    title: 'Title',
    url: null,
    ticketId: null,
    language,
    category: null,
    score: 0.7,
    gold: false,
    resolvedAt: null,
    resolutionHours: null,
  },
  question: '' as MaskedText,
  answer: answer as MaskedText,
});

async function draft(input: Partial<DraftInput>) {
  const plain = {
    subject: '',
    text: 'Where?',
    language: 'en',
    category: 'billing',
    urgency: 'P3',
    sentiment: 'neutral',
    passages: [],
    clarify: false,
  };
  const answer = await engine.draft({ ...plain, ...input } as DraftInput, signal);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

const steps =
  'Hi [NAME_1],\n\nThanks for asking.\n\n1. Open Settings → Billing.\n2. Click "Download".\n3. We refunded 29 € to [IBAN_1].\n\nKind regards,\nMara';

describe('a draft', () => {
  it('keeps the steps that hold for everyone and renumbers them', async () => {
    const { text, sourceIds } = await draft({ passages: [passage(steps)], sentiment: 'angry' });
    expect(text).toContain('1. Open Settings → Billing.\n2. Click "Download".');
    expect(text).toContain('very sorry');
    expect(text).not.toMatch(/29|NAME|IBAN|refunded|Mara|Thanks for asking/);
    expect(sourceIds).toEqual(['ticket:en']);
  });

  it.each([
    'Hello Anna, your invoice is ready.',
    'We have credited the amount to your card.',
    'Your order AB-1234 ships on 12.03.2024.',
    'The total is $40.',
    'Please write to [EMAIL_1] for help.',
    'Ich habe Ihr Konto entsperrt.',
    'Nous avons remboursé votre achat.',
    'Hemos devuelto el importe.',
    'ご返金いたしました。',
  ])('does not repeat what was meant for another customer: %s', async (particular) => {
    const { text } = await draft({ passages: [passage(`You can find every document under Settings.\n${particular}`)] });
    expect(text).toContain('You can find every document under Settings.');
    expect(text).not.toContain(particular);
  });

  it('prefers an answer in the language of the customer to a better one in another', async () => {
    const passages = [
      passage('Open the settings and click save.'),
      passage('Öffnen Sie die Einstellungen und speichern Sie.', 'de'),
    ];
    const { text, sourceIds } = await draft({ language: 'de-AT', passages });
    expect(text).toContain('Öffnen Sie die Einstellungen und speichern Sie.');
    expect(text).not.toContain('Open the settings');
    expect(sourceIds).toEqual(['ticket:de']);
  });

  it('quotes nothing in a language that the customer did not use', async () => {
    const { text, sourceIds } = await draft({
      language: 'fr',
      passages: [passage('Open the settings and click save.')],
    });
    expect(text).toContain('Nous connaissons un cas semblable');
    expect(text).not.toContain('Open');
    expect(sourceIds).toEqual([]);
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

  it('keeps figures of an article, which is written for everyone', async () => {
    const { text } = await draft({
      passages: [passage('<A refund takes 5 to 10 days. We charge 0.07 € per message.', 'en', 'article')],
    });
    expect(text).toContain('0.07 €');
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
});
