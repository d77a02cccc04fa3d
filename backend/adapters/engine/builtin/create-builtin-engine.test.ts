import { describe, expect, it } from 'vitest';
import { aClassifyInput } from '../../../test/engine.ts';
import { createBuiltinEngine, loadShippedModel } from './create-builtin-engine.ts';
import { classify, taxonomyOf } from './test/classify.ts';

const anInput = aClassifyInput();

describe('category', () => {
  it.each([
    ['billing', 'You charged my credit card twice for the March invoice. Please refund one of the payments.'],
    ['technical', 'La aplicación se cierra con un error cada vez que intento exportar el informe.'],
    ['account', 'J’ai oublié mon mot de passe et mon compte est bloqué, je ne peux plus me connecter.'],
    ['feature_request', 'Es wäre schön, wenn man die Tabelle nach Farben sortieren könnte. Vorschlag für die Zukunft.'],
    ['general', 'Qual é o horário de atendimento da loja no sábado?'],
    ['billing', '先月の請求書で料金が二重に引き落とされました。返金してください。'],
  ])('finds %s in: %s', async (category, text) => {
    expect((await classify(text)).category[0]?.value).toBe(category);
  });

  it('is one of the taxonomy, each of which is scored', async () => {
    const taxonomy = taxonomyOf({ technical: [], account: [] });
    const { category } = await classify('Please refund the double charge on my invoice.', '', { taxonomy });
    expect(category.map(({ value }) => value).sort()).toEqual(['account', 'technical']);
    expect(category[0]?.probability).toBeLessThan(0.5);
  });

  it('is the first one of the taxonomy, without probability, when none is known', async () => {
    const taxonomy = taxonomyOf({ pets: [], plants: [] });
    const { category } = await classify('Please refund the double charge.', '', { taxonomy });
    expect(category[0]).toEqual({ value: 'pets', probability: 0 });
  });
});

describe('urgency and sentiment', () => {
  it.each([
    'Hello, my card was charged twice for the Team plan this month. Please refund the second payment. Thanks, [NAME_1]',
    'Bitte senden Sie mir die Rechnung für März. Vielen Dank im Voraus und freundliche Grüße',
    'I cannot log in since Monday, error 500. Any help appreciated, thank you!',
    'Hola, no puedo entrar en mi cuenta. Gracias de antemano.',
  ])('takes thanks around a request for manners: %s', async (text) => {
    expect((await classify(text)).sentiment[0]?.value).not.toBe('positive');
  });

  it.each(['Thanks so much for fixing this so quickly, you are great!', 'Great crew on board today. Thank you!'])(
    'and thanks that are the matter for what they are: %s',
    async (text) => {
      expect((await classify(text)).sentiment[0]?.value).toBe('positive');
    },
  );

  it('sees an outage and anger', async () => {
    const outage = await classify(
      'Your entire platform is down since 8:00, none of our users can work and all data is gone!!!',
      'Complete outage',
    );
    expect([outage.urgency[0]?.value, outage.category[0]?.value]).toEqual(['P1', 'technical']);
    const angry = await classify(
      'This is the worst company ever, you are liars and thieves. My lawyer will sue you in court!!!',
    );
    expect([angry.sentiment[0]?.value, angry.escalationRisk]).toEqual(['angry', true]);
  });

  it('sees calm and joy', async () => {
    const glad = await classify('Thank you so much, your team is fantastic and I love the app!');
    expect([glad.sentiment[0]?.value, glad.urgency[0]?.value, glad.escalationRisk]).toEqual(['positive', 'P4', false]);
    expect((await classify('How do I change the colour of the icon?')).urgency[0]?.value).not.toBe('P1');
  });
});

describe('probability', () => {
  const sure = async (text: string): Promise<number> => (await classify(text)).category[0]?.probability ?? 0;

  it('is high for a clear ticket and low for a word or two', async () => {
    expect(
      await sure('I was charged twice on my invoice and need a refund of the second payment to my card.'),
    ).toBeGreaterThan(0.9);
    expect(await sure('help')).toBeLessThan(0.6);
    expect(await sure('see attachment')).toBeLessThan(0.6);
    expect(await sure('my flurb does not gromble the snicket')).toBeLessThan(0.6);
    expect(await sure('xqzv wkjh ptrrg lmnbv zzqy')).toBeLessThan(0.5);
  });

  it('is even over all values where nothing can be read', async () => {
    const { category, urgency, sentiment, evidence } = await classify('');
    expect(category).toHaveLength(5);
    expect(category[0]).toEqual({ value: 'general', probability: 0.2 });
    expect(urgency[0]).toEqual({ value: 'P3', probability: 0.25 });
    expect(sentiment[0]).toEqual({ value: 'neutral', probability: 0.25 });
    expect(evidence).toEqual([]);
  });

  it('sums to one, likeliest first', async () => {
    const { category, urgency, sentiment } = await classify('The export fails and I was charged for it.');
    for (const scores of [category, urgency, sentiment]) {
      const probabilities = scores.map(({ probability }) => probability);
      expect(probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
      expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    }
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
    expect([breakIn.category[0]?.value, breakIn.urgency[0]?.value]).toEqual(['account', 'P1']);
    const advert = await classify(
      'ONLY TODAY!!! Special price, free shipping!!! You would be STUPID to miss this clearance!!! Act now or unsubscribe.',
    );
    expect(advert.sentiment[0]?.value).not.toBe('angry');
  });
});

describe('secondary', () => {
  it('is named when another sentence is about something else', async () => {
    const { category, secondary } = await classify(
      'I forgot my password and the reset link for my account never arrives. Also, the invoice charged my credit card twice, please refund the payment.',
    );
    expect(new Set([category[0]?.value, secondary?.value])).toEqual(new Set(['account', 'billing']));
    expect(secondary?.probability).toBeGreaterThan(0.5);
  });
});

describe('subcategory', () => {
  it('is one of the chosen category', async () => {
    expect(await classify('I forgot my password and cannot log in, the reset link does not work.')).toMatchObject({
      subcategory: 'login',
    });
    expect(await classify('')).toMatchObject({ subcategory: null });
  });
});

describe('the engine', () => {
  it('says which model judged, and takes over another one', async () => {
    const shipped = loadShippedModel();
    let model = shipped;
    const engine = createBuiltinEngine({ readModel: () => model });
    const ask = () => engine.classify(anInput, new AbortController().signal);
    expect(await ask()).toMatchObject({ usage: { model: shipped.version } });
    model = { ...shipped, version: 'builtin-next' };
    expect(await ask()).toMatchObject({ usage: { model: 'builtin-next' } });
  });
});
