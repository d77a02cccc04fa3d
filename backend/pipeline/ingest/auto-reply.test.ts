import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { automaticKind, type Message } from './auto-reply.ts';

const kind = (subject: string, text: string, more: Partial<Message> = {}) =>
  automaticKind({ subject, text, own: text, email: 'mara@example.com', ...more });

describe('a person, whatever stands around the request', () => {
  it.each([
    [
      '',
      'Hi, I am on vacation until the 14th and my card was declined at the till. This is urgent, please unblock it now.',
    ],
    ['', "I'm currently on holiday and somebody emptied my purse. I want it back, return my money."],
    ['', "I'm on holiday until Monday and the app keeps crashing."],
    ['', 'I am out of the office until 4 May. Please cancel the delivery.'],
    ['', 'I will be on leave until 3 June, can you hold the parcel'],
    ['', 'ich bin im Urlaub bis zum 4. Mai und mein Zugang wurde gehackt, bitte dringend sperren'],
    ['', 'Ich bin bis Freitag nicht im Büro und der Drucker geht nicht.'],
    ['', 'Je suis en congés jusqu’au 14 et ma carte est bloquée, débloquez-la.'],
    ['', 'Estoy de vacaciones hasta el 14 y me han robado la tarjeta, bloquéenla ya.'],
    ['', 'Estou de férias até dia 14 e preciso de aceder ao portal.'],
    ['', 'Sono in ferie fino al 14 e la tessera non funziona.'],
    ['', 'Ik ben op vakantie tot 14 mei en mijn pas is geblokkeerd.'],
    ['', 'Jestem na urlopie do 14 maja i nie mogę zapłacić kartą.'],
    ['', '5月4日まで休暇を取得していますが、ログインできず困っています。'],
    ['', '我正在休假，5月4日回来，银行卡被盗刷，请尽快冻结。'],
    ['On vacation - tour booking cancelled', 'Nobody told us.'],
    ['Absence: employee cannot log in', 'Since the update of Monday.'],
    ['Out of office: calendar sync broken', 'It was fine until Monday.'],
    ['Automatic reply - not sent to my customers', 'It is switched on.'],
    ['Out of office: calendar', 'Sync was fine until Monday.'],
    ['Automatic reply: wrong language', 'The text comes in Dutch.'],
    ['Automatic reply: not sent', 'Thank you for your product, but it is not sent to anybody.'],
    ['Abwesend: Schicht lässt sich nicht eintragen', 'Siehe Bild.'],
    ['Ausencia: empleado sin turno', 'Ver adjunto.'],
    ['外出', '画面が白いままです。'],
    ['Automatic reply: Re: Lamp', 'I am away until Monday. The lamp never arrived.'],
  ])('%s | %s', (subject, text) => expect(kind(subject, text)).toBe(null));

  it('asks below what a machine wrote, too', () => {
    const notice = 'I am out of the office until 4 May.';
    expect(kind('', `${notice}\n\nP.S. Where is it?`)).toBe(null);
    expect(kind('Automatic reply: Re: Lamp', `${notice}\n\nPlease refund the lamp.`)).toBe(null);
  });
});

describe('a plain notice', () => {
  it.each([
    'Thank you for your email. I am out of the office until Monday, 4 May, with limited access to email. For urgent matters please contact my colleague Sam Hill at sam@firm.example or call 555 0100.',
    "Hello,\nI'm on annual leave and will be back on 4 May. In urgent cases please call my manager.\nBest regards\nMara",
    'I will be out of office from 1 May and return on 9 May. I will reply to your message on my return.',
    'Vielen Dank für Ihre Nachricht. Ich bin bis einschließlich 4. Mai nicht im Büro. In dringenden Fällen wenden Sie sich bitte an meine Kollegin Eva Berg. Ihre E-Mail wird nicht weitergeleitet.',
    'Guten Tag, ich bin im Urlaub und ab Montag wieder erreichbar. Bitte kontaktieren Sie meine Vertretung.',
    'Bonjour, je suis en congés jusqu’au 4 mai inclus. En cas d’urgence, veuillez contacter ma collègue au 01 00 00 00 00.',
    'Hola, estoy de vacaciones hasta el 4 de mayo. Para asuntos urgentes, contacte con mi compañera Ana.',
    'Olá, estou de férias até 4 de maio. Em caso de urgência contacte a minha colega Rita.',
    'Buongiorno, sono in ferie fino al 4 maggio. Per urgenze contattare il mio collega Luca.',
    'Ik ben op vakantie tot en met 4 mei. Neem voor dringende zaken contact op met mijn collega Piet.',
    'Dzień dobry, jestem na urlopie do 4 maja. W pilnych sprawach proszę o kontakt z moim kolegą Janem.',
    'お世話になっております。5月4日まで休暇をいただいております。お急ぎの場合は代理の者までご連絡ください。',
    '您好，我正在休假，5月4日返回。如有急事，请联系我的同事小李。',
  ])('%s', (text) => {
    expect(kind('', text)).toBe('out_of_office');
    expect(kind('Automatic reply: Re: Lamp', text)).toBe('out_of_office');
    expect(kind('Out of Office: Lamp', text)).toBe('out_of_office');
  });

  it.each([
    [
      'Automatic reply: Lamp',
      'Thank you for contacting us. We have received your message and will get back to you within two days.',
    ],
    ['Auto-Reply: Re: Lamp', 'This mailbox is closed.'],
    ['Automatische Antwort: Lampe', 'Ihre Nachricht ist bei uns eingegangen. Wir melden uns.'],
    ['Réponse automatique : lampe', 'Merci de votre message. Nous vous répondrons sous deux jours.'],
    ['Respuesta automática: lámpara', 'Gracias por contactar. Hemos recibido su mensaje.'],
    ['Resposta automática: candeeiro', 'Obrigado pelo contacto. Responderemos em breve.'],
    ['Risposta automatica: lampada', 'Grazie per averci scritto. Risponderemo al più presto.'],
    ['Automatisch antwoord: lamp', 'Bedankt voor uw bericht. Wij nemen contact op.'],
    ['Automatyczna odpowiedź: lampa', 'Dziękujemy za wiadomość. Odpowiemy wkrótce.'],
    ['自動返信：ランプ', 'お問い合わせいただきありがとうございます。'],
    ['自动回复：台灯', '感谢您的来信，我们会尽快回复。'],
  ])('%s | %s', (subject, text) => expect(kind(subject, text)).toBe('auto_reply'));
});

describe('what a server says outweighs the words', () => {
  const text = 'I am on leave until 4 May. How urgent is it? Please check my account page.';
  it('by header', () => {
    expect(kind('', text, { headers: { 'auto-submitted': 'auto-replied' } })).toBe('out_of_office');
    expect(kind('', 'Please check my account page.', { headers: { precedence: 'auto_reply' } })).toBe('auto_reply');
  });
  it('by a daemon', () => expect(kind('', text, { email: 'mailer-daemon@mx.example' })).toBe('bounce'));
});

it('never throws, and takes no question for a machine', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      'I am on vacation ',
      'until 4 May ',
      'Thank you for your mail. ',
      'Out of office: ',
      'Automatic reply: Re: ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 4 }), (text, subject) => {
      expect(['auto_reply', 'out_of_office']).not.toContain(kind(subject.join(''), `${text.join('')}?`));
    }),
  );
});
