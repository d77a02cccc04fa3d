import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSkipReason, type Received } from './skip-reason.ts';

const received = (own: string, more: Partial<Received> & { headers?: Record<string, string> } = {}): Received => ({
  status: 'open',
  subject: '',
  email: 'mara@example.com',
  names: ['Mara Lindt', 'Jo Fields'],
  messages: [{ own, all: own, headers: more.headers }],
  ...more,
});
const reason = (own: string, more: Partial<Received> & { headers?: Record<string, string> } = {}) =>
  findSkipReason(received(own, more));

describe('closed and empty', () => {
  it('closed, whatever it says', () => expect(reason('It fails', { status: 'closed' })).toBe('closed'));
  it('empty, without a visible character', () => expect(reason(' \u200b\n', { subject: '\u00ad' })).toBe('empty'));
  it('work, when the subject is all there is', () => expect(reason('', { subject: 'Where is my order' })).toBe(null));
});

describe('automatic replies', () => {
  it.each([
    'Automatic reply: your order',
    'AW: Automatische Antwort: Ihre Bestellung',
    'Réponse automatique : votre demande',
    'Respuesta automática: pedido',
    'Resposta automática: pedido',
    'Risposta automatica: ordine',
    'Automatisch antwoord: order',
    'Automatyczna odpowiedź: zamówienie',
    '自動返信：お問い合わせ',
    '自动回复：订单',
  ])('by subject: %s', (subject) => expect(reason('We got your mail.', { subject })).toBe('auto_reply'));

  it.each([
    'Out of Office: your order',
    'Abwesenheitsnotiz',
    "Message d'absence : congés",
    'Fuera de la oficina: vacaciones',
    'Ausência temporária',
    'Fuori ufficio',
    'Afwezig: vakantie',
    'Nieobecność w biurze',
    '不在のお知らせ',
    '不在办公室',
  ])('out of office by subject: %s', (subject) =>
    expect(reason('I am away until May.', { subject })).toBe('out_of_office'),
  );

  it.each([
    'I am currently out of the office until 4 May.',
    'Ich bin vom 1. bis 4. Mai nicht im Büro und ab dem 5. wieder erreichbar.',
    'Je suis actuellement absente du bureau, de retour le 4 mai.',
    'Estoy fuera de la oficina hasta el 4 de mayo.',
    'Estou de férias e volto no dia 4 de maio.',
    'Sono in ferie e rientro il 4 maggio.',
    'Ik ben afwezig en 4 mei weer terug.',
    'Jestem na urlopie, wracam 4 maja.',
    '5月4日まで不在にしております。',
    '我目前不在办公室，5月4日回来。',
  ])('out of office by words: %s', (text) => expect(reason(text)).toBe('out_of_office'));

  it('by the header that a mail server sets', () => {
    expect(reason('We got it.', { headers: { 'auto-submitted': 'auto-replied' } })).toBe('auto_reply');
    expect(reason('My order is late.', { headers: { 'auto-submitted': 'auto-generated' } })).toBe(null);
  });

  it.each([
    ['MAILER-DAEMON@mx.example', 'x', 'Sorry'],
    ['a@b.co', 'Undeliverable: Hi', 'This is the mail system at host x. Diagnostic-Code: smtp; 550 5.1.1'],
    ['a@b.co', 'Unzustellbar: Hallo', 'Ihre Nachricht konnte nicht zugestellt werden.'],
    ['a@b.co', 'Non remis : Bonjour', "Le message n'a pas pu être remis."],
    ['a@b.co', 'Undelivered Mail Returned to Sender', 'Status: 5.1.1'],
  ])('bounces: %s %s', (email, subject, text) => expect(reason(text, { email, subject })).toBe('bounce'));

  it.each([
    ['Automatic reply does not work', 'x'],
    ['Undeliverable: my parcel', 'Your courier says so.'],
    ['', 'I am out of the office until May, can you ship later?'],
    ['Absence of a receipt', 'Please send one.'],
    ['', 'I was on vacation and came back to a dead router.'],
  ])('a person: %s %s', (subject, text) => expect(reason(text, { subject })).toBe(null));
});

describe('thanks', () => {
  it.each([
    'Thanks!',
    'Thank you so much, Jo',
    'ok',
    'Perfect, that works. Thanks a lot!\nMara',
    'Solved, thank you.',
    'The problem is solved',
    '👍',
    '🙏🙏',
    'Vielen Dank für die schnelle Hilfe!',
    'Merci beaucoup, c’est résolu',
    'Muchas gracias por su ayuda',
    'Muito obrigado pela resposta rápida',
    'Thanks for your help and support',
    'Thank you all for the very quick reply, works for me',
    'Danke für eure Hilfe und die schnelle Antwort',
    'Merci pour votre aide',
    'Grazie per il vostro aiuto',
    'Bedankt voor de snelle reactie',
    'Grazie mille!',
    'Hartelijk bedankt',
    'Dziękuję bardzo za pomoc',
    'ありがとうございました。',
    '解決しました。ありがとうございます！',
    '谢谢！',
    '好的，已解决，谢谢',
  ])('%s', (text) => expect(reason(text, { subject: 'Re: Lamp' })).toBe('thanks'));

  it.each([
    'Thanks, but it still fails',
    'Thank you, when will it arrive?',
    'Ok, I have a problem again',
    'no thanks',
    'Thanks for nothing',
    'Thanks, my number is 4711',
    'Danke, aber es geht nicht',
    'Merci mais ça ne marche pas',
    'ありがとう、でもまだ届きません',
    '谢谢，还没有收到',
    '😡',
    '👎',
    'Help me, thanks',
    'Help! Thanks for now',
    'Support, thank you',
    'Quick answer, thanks',
    'Thanks. I am the one that it is for. Help',
    'Thanks for now, help me',
    'Is it solved, thanks',
    'Hello, was everything fixed',
    'It has to be fixed now, thanks',
    'Hilfe, danke',
    'Schnelle Antwort, vielen Dank',
    'Ist das erledigt, danke',
    'Aide, merci',
    'Réponse rapide, merci',
    'Ayuda, gracias',
    'Respuesta rápida, gracias',
    'Ajuda, obrigado',
    'Aiuto, grazie',
    'Hulp, bedankt',
    'Is het opgelost, bedankt',
    'Pomoc, dziękuję',
    '解決、ありがとう',
    '帮助，谢谢',
    '解决，谢谢',
    'Help',
    '?',
    '問題',
  ])('work: %s', (text) => expect(reason(text, { subject: 'Re: Lamp' })).toBe(null));

  it('is politeness below a subject of its own', () => {
    expect(reason('Thanks!', { subject: 'Where is my order' })).toBe(null);
  });

  it('needs every message to be none', () => {
    const messages = ['It fails.', 'Thanks!'].map((own) => ({ own, all: own }));
    expect(findSkipReason({ ...received(''), messages })).toBe(null);
  });
});

describe('spam', () => {
  it.each([
    'Dear webmaster,\nI came across your website and we offer guest posts and backlinks with high domain authority at affordable prices.',
    'Hello friend, we can get you to the first page of Google. Our SEO services are 100% guaranteed. Reply for a free audit.',
    'Dear beneficiary, you are next of kin to an inheritance of 4 million dollars. Send me your full name and bank details.',
    'Wir haben Ihre Webseite besucht: auf Ihrer Webseite fehlt Suchmaschinenoptimierung. Unsere Agentur bietet kostenlose Analyse.',
    'Nous avons visité votre site. Nos services de référencement : audit gratuit.',
    '貴社サイトを拝見しました。弊社サービスのSEO対策で、今だけ限定価格です。',
    'Greetings of the day! Double your bitcoin in a week, risk-free. Contact me on WhatsApp.',
    'Buy cheap pills at our online pharmacy, special offer! Click here http://a.example http://b.example http://c.example',
  ])('%s', (text) => expect(reason(text)).toBe('spam'));

  it.each([
    'My account was charged for the SEO package that we offer on your website. Refund please, special offer or not.',
    'Why can I not pay with bitcoin? I am interested, let me know.',
    'Do you offer backlinks in the blog plan?',
    'Your online pharmacy page shows an error when I click here.',
    'I found your website through a sponsored post and want to know the price.',
    'Traffic to our shop dropped since your update, our SEO suffers.',
  ])('a customer: %s', (text) => expect(reason(text)).toBe(null));
});

it('answers any text, and a question is never thanks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 60 }), (text, subject) => {
      expect(() => reason(text, { subject })).not.toThrow();
      expect(reason(`${text}?`, { subject })).not.toBe('thanks');
    }),
  );
});

const DATA = '../shared/data/';
const WORK = ['cls_tobi_multilang', 'cls_bitext', 'cls_cfpb_narratives', 'cls_banking77', 'background_customer_tweets'];

describe.skipIf(!existsSync(DATA))('on public texts (skipped where ../shared/data is absent)', () => {
  it.each(WORK)('sets no customer of %s aside', (name) => {
    const rows = readFileSync(`${DATA}${name}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const skipped = rows.filter(({ text, subject = '' }) => reason(text, { subject }) !== null);
    expect(skipped.map(({ id }) => id)).toEqual([]);
  });
});
