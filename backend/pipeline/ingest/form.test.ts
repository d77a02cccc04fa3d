import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForm } from './form.ts';
import { joinLines, textToLines } from './line.ts';

const own = (text: string, channel = 'web') =>
  joinLines(readForm(textToLines(text), channel).filter((line) => line.aside === null));

describe('a web form', () => {
  it.each([
    [
      'en',
      'Name: Mara Lindt\nE-mail: mara@example.com\nPhone: +49 170 1234567\nOrder number: 4711\nMessage: It broke.\nPlease help.',
      'Order number: 4711\nIt broke.\nPlease help.',
    ],
    [
      'label above its value',
      'Your name:\nMara Lindt\n\nEmail address:\nmara@example.com\n\nMessage:\nIt broke.',
      'It broke.',
    ],
    [
      'de',
      'Vorname: Mara\nNachname: Lindt\nE-Mail: mara@example.com\nProdukt: Lampe X\nFehlercode: E17\nIhre Nachricht:\nSie flackert.',
      'Produkt: Lampe X\nFehlercode: E17\nSie flackert.',
    ],
    [
      'fr',
      'Nom : Mara Lindt\nCourriel : mara@example.com\nNuméro de commande : 4711\nVotre message : Rien reçu.',
      'Numéro de commande : 4711\nRien reçu.',
    ],
    [
      'es',
      'Nombre: Mara\nCorreo electrónico: mara@example.com\nTeléfono: 600 000 000\nMensaje: No llega.',
      'No llega.',
    ],
    ['pt', 'Nome: Mara\nTelefone: 910 000 000\nAssunto: Atraso\nMensagem: Não chegou.', 'Assunto: Atraso\nNão chegou.'],
    [
      'it',
      'Nome: Mara\nCognome: Lindt\nNumero ordine: 4711\nMessaggio: Non arriva.',
      'Numero ordine: 4711\nNon arriva.',
    ],
    [
      'nl',
      'Naam: Mara\nE-mailadres: mara@example.com\nOnderwerp: Laat\nUw bericht: Niets ontvangen.',
      'Onderwerp: Laat\nNiets ontvangen.',
    ],
    [
      'pl',
      'Imię i nazwisko: Mara Lindt\nTelefon: 600 000 000\nTemat: Paczka\nTreść: Nie dotarła.',
      'Temat: Paczka\nNie dotarła.',
    ],
    [
      'ja',
      '【お名前】山田 花子\n【メールアドレス】hanako@example.com\n【注文番号】4711\n【お問い合わせ内容】\nまだ届きません。',
      '【注文番号】4711\nまだ届きません。',
    ],
    [
      'ja with bullets',
      '■お名前（必須）：山田 花子\n■電話番号：03-0000-0000\n■件名：返品\n■お問い合わせ内容：返品したいです。',
      '■件名：返品\n返品したいです。',
    ],
    ['zh', '姓名：李华\n邮箱：li@example.com\n订单号：4711\n留言：还没有收到。', '订单号：4711\n还没有收到。'],
    [
      'stars and a greeting above',
      'New request from the website\n\n*Name:* Mara\n*Email:* mara@example.com\n*Subject:* Late\n*Message:* Where is it?',
      'New request from the website\n\n*Subject:* Late\nWhere is it?',
    ],
    [
      'fields below the message',
      'Subject: Late\nMessage: Where is it?\nSince Monday!\nName: Mara\nEmail: mara@example.com',
      'Subject: Late\nWhere is it?\nSince Monday!',
    ],
  ])('leaves what the request is about, and the message: %s', (_, text, expected) => {
    expect(own(text)).toBe(expected);
  });

  it("sets the fields aside as a form, nobody else's words", () => {
    const lines = readForm(textToLines('Name: Mara\nEmail: a@b.co\nMessage: Hi'), 'web');
    expect(lines.map(({ aside, foreign }) => [aside, foreign])).toEqual([
      ['form', false],
      ['form', false],
      [null, false],
    ]);
  });
});

describe('what is no form stays as it is', () => {
  it.each([
    'My name: Mara. It broke.\nPhone: dead since Monday.',
    'It stopped working on Monday.\nI tried it twice.\nThen again.\nAnd again.\n\nKind regards\nMara\nPhone: 030 000\nEmail: mara@example.com\nCompany: Lindt',
    'Product: Lamp\nError: E17\nVersion: 3',
    'Three things:\nName: is misspelt on the label\nWhy do you print it at all? I never asked for it.\nIt is my own.\nAddress: is wrong too\nI told you twice.\nAnd you did not care.\nCountry: wrong as well',
  ])('%s', (text) => expect(own(text)).toBe(text));

  it('leaves a chat to the transcript', () => {
    const text = 'Name: Mara\nEmail: a@b.co\nMessage: Hi';
    expect(own(text, 'chat')).toBe(text);
  });

  it('never throws, and never writes what was not there', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('Name: ', 'Email:', 'Message: ', 'Phone | ', '【お名前】', '\n', '\n\n', 'Order number: 4'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const lines = textToLines(pieces.join(''));
        for (const [index, line] of readForm(lines, 'web').entries())
          expect(lines[index]?.text.endsWith(line.text)).toBe(true);
      }),
    );
  });
});
