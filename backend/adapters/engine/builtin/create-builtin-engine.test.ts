import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CATEGORIES } from '../../../contract/taxonomy.ts';
import type { MaskedText, RawClassification } from '../../../ports/engine.ts';
import { createBuiltinEngine, type LabelledTicket } from './create-builtin-engine.ts';

const engine = createBuiltinEngine();
const { signal } = new AbortController();

async function classify(
  text: string,
  subject = '',
  { categories = DEFAULT_CATEGORIES as readonly string[], with: judge = engine } = {},
) {
  const input = { subject: subject as MaskedText, text: text as MaskedText, language: 'und', categories };
  const answer = await judge.classify(input, signal);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

describe('category', () => {
  it.each([
    ['billing', 'You charged my credit card twice for the March invoice. Please refund one of the payments.'],
    ['technical', 'La aplicación se cierra con un error cada vez que intento exportar el informe.'],
    ['account', 'J’ai oublié mon mot de passe et mon compte est bloqué, je ne peux plus me connecter.'],
    ['feature_request', 'Es wäre schön, wenn man die Tabelle nach Farben sortieren könnte. Vorschlag für die Zukunft.'],
    ['general', 'Qual é o horário de atendimento da loja no sábado?'],
    ['billing', '先月の請求書で料金が二重に引き落とされました。返金してください。'],
  ])('finds %s in: %s', async (category, text) => {
    expect((await classify(text)).category).toBe(category);
  });

  it('is one of those asked for', async () => {
    const { category, candidates } = await classify('Please refund the double charge on my invoice.', '', {
      categories: ['technical', 'account'],
    });
    expect(['technical', 'account']).toContain(category);
    expect(candidates.map((candidate) => candidate.category).sort()).toEqual(['account', 'technical']);
    expect(candidates[0]?.confidence).toBeLessThan(0.5);
  });

  it('is the first one asked for, without confidence, when none is known', async () => {
    const { category, confidence } = await classify('Please refund the double charge.', '', {
      categories: ['pets', 'plants'],
    });
    expect([category, confidence]).toEqual(['pets', 0]);
  });
});

describe('urgency and sentiment', () => {
  it('sees an outage and anger', async () => {
    const outage = await classify(
      'Your entire platform is down since 8:00, none of our users can work and all data is gone!!!',
      'Complete outage',
    );
    expect(outage).toMatchObject({ urgency: 'P1', category: 'technical' });
    const angry = await classify(
      'This is the worst company ever, you are liars and thieves. My lawyer will sue you in court!!!',
    );
    expect(angry).toMatchObject({ sentiment: 'angry', escalationRisk: true });
  });

  it('sees calm and joy', async () => {
    expect(await classify('Thank you so much, your team is fantastic and I love the app!')).toMatchObject({
      sentiment: 'positive',
      urgency: 'P4',
      escalationRisk: false,
    });
    expect((await classify('How do I change the colour of the icon?')).urgency).not.toBe('P1');
  });
});

describe('confidence', () => {
  it('is high for a clear ticket, never above 0.9, and low for a word or two', async () => {
    const clear = await classify(
      'I was charged twice on my invoice and need a refund of the second payment to my card.',
    );
    expect(clear.confidence).toBeGreaterThan(0.8);
    expect(clear.confidence).toBeLessThanOrEqual(0.9);
    expect((await classify('help')).confidence).toBeLessThan(0.3);
    expect((await classify('nothing works')).confidence).toBeLessThan(0.6);
    expect(await classify('')).toMatchObject({
      category: 'general',
      confidence: 0,
      urgency: 'P3',
      sentiment: 'neutral',
      evidence: [],
    });
    expect((await classify('xqzv wkjh ptrrg lmnbv zzqy')).confidence).toBeLessThan(0.5);
  });
});

describe('evidence and summary', () => {
  it('names the words that decided, as written, without placeholders', async () => {
    const { evidence } = await classify('[EMAIL_1] wrote: the Invoice is wrong, I want a REFUND. [NAME_1]', 'Bill');
    expect(evidence).toContain('REFUND');
    expect(evidence.join(' ')).not.toMatch(/EMAIL|NAME/);
  });

  it('skips the greeting, joins wrapped lines and cuts at a word', async () => {
    const { summary } = await classify(
      'Hello support team,\n\nOur export stops with\nan error whenever the file that we send is large. More later.',
    );
    expect(summary).toBe('Our export stops with an error whenever the file that we send is large.');
    const long = (await classify('word '.repeat(100))).summary;
    expect(long).toMatch(/word…$/);
    expect(long.length).toBeLessThanOrEqual(160);
  });
});

describe('the summary', () => {
  const summarise = async (text: string, subject = '') => (await classify(text, subject)).summary;

  it.each([
    ['Hi there, the scanner prints blank pages since the update.', 'The scanner prints blank pages since the update.'],
    ['Dos cosas. La impresora no imprime nada desde el martes y pita sin parar.', 'La impresora no imprime nada'],
    ['Merci beaucoup, tout fonctionne de nouveau depuis votre mise à jour.', 'Tout fonctionne de nouveau'],
    [
      'お世話になっております。[NAME_1]と申します。印刷すると白紙になります。直し方を教えてください。',
      '印刷すると白紙になります。',
    ],
  ])('begins with the point: %s', async (text, start) => {
    expect((await summarise(text)).startsWith(start)).toBe(true);
  });

  it('is the sentence that the subject is about, wherever it stands', async () => {
    const text =
      'We moved into the new building in spring and everybody likes it there. The coffee is good as well. The invoice for September shows the wrong VAT number.';
    expect(await summarise(text, 'Wrong VAT number on invoice')).toContain('wrong VAT number');
  });

  it('is the subject of a very long text', async () => {
    const subject = 'Import swapped day and month in our calendar';
    expect(await summarise('The weather was fine and we had lunch. '.repeat(100), subject)).toBe(subject);
  });
});

describe('a break-in and an advertisement', () => {
  it('are told from a question and from anger', async () => {
    const breakIn = await classify(
      'Someone logged in to our account from an unknown place last night, changed the password and copied all client data. Stop it now!',
      'Account hacked',
    );
    expect(breakIn).toMatchObject({ category: 'account', urgency: 'P1' });
    const advert = await classify(
      'ONLY TODAY!!! Special price, free shipping!!! You would be STUPID to miss this clearance!!! Act now or unsubscribe.',
    );
    expect(advert.sentiment).not.toBe('angry');
  });
});

describe('secondary', () => {
  it('is named when another sentence is about something else', async () => {
    const { category, secondary } = await classify(
      'I forgot my password and the reset link for my account never arrives. Also, the invoice charged my credit card twice, please refund the payment.',
    );
    expect(new Set([category, secondary])).toEqual(new Set(['account', 'billing']));
  });
});

describe('learning', () => {
  const pets: LabelledTicket[] = ['cat food', 'cat toys', 'cat litter', 'dog leash', 'dog bones', 'dog walks'].map(
    (text) => ({
      subject: '',
      text: `I would like to order ${text} from the shop`,
      category: text.startsWith('cat') ? 'cats' : 'dogs',
    }),
  );

  it('takes its taxonomy from the examples and the labels they lack from those that ship', async () => {
    const judge = createBuiltinEngine({ examples: pets });
    const value = await classify('The dog wants new bones and a leash', '', {
      categories: ['cats', 'dogs'],
      with: judge,
    });
    expect(value.category).toBe('dogs');
    expect((await classify('Complete outage, all our users are offline, data loss', '', { with: judge })).urgency).toBe(
      'P1',
    );
  });

  it('gives the same answer every time', async () => {
    const text = 'The export fails and I was charged for it.';
    expect(await classify(text, '', { with: createBuiltinEngine() })).toEqual(await classify(text));
  });
});

describe('text from strangers', () => {
  const check = async (subject: string, text: string): Promise<RawClassification> => {
    const value = await classify(text, subject);
    const ticket = `${subject}\n${text}`;
    expect(value.evidence.length).toBeLessThanOrEqual(8);
    for (const word of value.evidence) expect(ticket).toContain(word);
    expect(value.summary.length).toBeLessThanOrEqual(160);
    if (ticket.isWellFormed()) expect(value.summary.isWellFormed()).toBe(true);
    expect(value.confidence).toBeGreaterThanOrEqual(0);
    expect(value.confidence).toBeLessThanOrEqual(0.9);
    expect(DEFAULT_CATEGORIES).toContain(value.category);
    return value;
  };
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          '[A_',
          '[EMAIL_1]',
          "'",
          '’',
          '。',
          '!?',
          '日本語',
          'refund',
          ' ',
          '\n',
          '\ud83d',
          '👩‍👩‍👧',
          '٣',
          'ﬁ',
        ),
        { maxLength: 200 },
      )
      .map((parts) => parts.join('')),
  );

  it('never breaks the engine', () =>
    fc.assert(
      fc.asyncProperty(anyText, anyText, async (subject, text) => void (await check(subject, text))),
      { numRuns: 300 },
    ));

  it.each(['a', '. ', '[A_', "a'", '日本語', '😀', 'refund '])('reads a bounded part of 100 KB of %j', async (part) => {
    const start = performance.now();
    await check('', part.repeat(100_000 / part.length));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
