import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureLanguage } from '../../../evals/language.ts';
import { parseOptions } from '../../../evals/options.ts';
import { detectLanguage, identifyLanguage } from './detect-language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'My invoice is wrong and I would like a refund.'],
    ['es', 'No puedo entrar en mi cuenta desde ayer.'],
    ['fr', "Je n'arrive plus à me connecter à mon compte."],
    ['de', 'Ich kann mich seit gestern nicht mehr anmelden.'],
    ['pt', 'Não consigo entrar na minha conta desde ontem.'],
    ['it', 'Da ieri non riesco più ad accedere al mio account.'],
    ['nl', 'Ik kan sinds gisteren niet meer inloggen.'],
    ['pl', 'Od wczoraj nie mogę się zalogować.'],
    ['ja', 'ログインできません。'],
    ['zh', '我无法登录我的账户'],
    ['zh', '我無法登入我的帳戶'],
  ])('%s, a sentence: %s', (language, text) => expect(detectLanguage(text)).toBe(language));

  it.each([
    ['en', 'hello'],
    ['de', 'Rechnung falsch'],
    ['es', 'no funciona'],
    ['fr', 'où est ma commande'],
    ['pt', 'fatura errada'],
    ['it', 'fattura sbagliata'],
    ['nl', 'pakket kapot'],
    ['pl', 'paczka nie dotarła'],
    ['sv', 'Var är min order?'],
    ['de', 'GEHT NICHT MEHR!!!'],
  ])('%s, few words: %s', (language, text) => expect(detectLanguage(text)).toBe(language));

  it.each([
    ['ja', '返金希望 よろしくお願いします'],
    ['ja', 'アプリ「ShopSync Manager」がcrashします'],
    ['ja', '返品対応'],
    ['zh', '經濟艙退票'],
    ['zh', '退款'],
    ['ko', '로그인이 안 됩니다'],
    ['th', 'สินค้ายังไม่มาถึง'],
    ['el', 'Πού είναι η παραγγελία μου'],
    ['he', 'איפה ההזמנה שלי'],
    ['ru', 'где мой заказ'],
    ['uk', 'де моє замовлення'],
    ['bg', 'Къде е поръчката ми?'],
    ['sr', 'Где је моја поруџбина'],
    ['ar', 'أين طلبي'],
    ['fa', 'سفارش من کجاست'],
    ['ur', 'میرا آرڈر کہاں ہے'],
  ])('%s by its script and letters: %s', (language, text) => expect(detectLanguage(text)).toBe(language));

  it.each([
    '',
    'ok',
    'OK!',
    '👍',
    'xqzt',
    '12345 !!! https://example.com/el/la a@b.co',
    '[EMAIL_1] [NAME_2] [PHONE_3]',
  ])('und: %s', (text) => expect(detectLanguage(text)).toBe('und'));

  it.each([
    'My account is locked and I cannot log in.\nMein Konto ist gesperrt und ich kann mich nicht anmelden.',
    'Please see below what our customer wrote to us yesterday evening.\n\n注文した商品がまだ届きません。至急確認してください。',
  ])('mul: %s', (text) => expect(detectLanguage(text)).toBe('mul'));

  it.each([
    ['en', 'I get the message "Zugriff verweigert" when I open the page, what does this mean?'],
    ['de', 'Seit dem Update kommt nur noch „Access denied“. Was soll ich tun? Ich brauche die Rechnung heute.'],
    ['es', 'Error en [URL_1]: no puedo descargar la factura de https://shop.example/de/rechnung/herunterladen'],
  ])('%s, whatever is quoted in it: %s', (language, text) => expect(detectLanguage(text)).toBe(language));

  it('is sure of a sentence and not of a word that many languages share', () => {
    expect(identifyLanguage('Ich möchte meine Bestellung stornieren.').confidence).toBeGreaterThan(0.95);
    expect(identifyLanguage('Problem').confidence).toBeLessThan(0.7);
  });

  it('answers any text with a code and a confidence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { language, confidence } = identifyLanguage(text);
        expect(language).toMatch(/^(?:[a-z]{2}|und|mul)$/);
        expect(confidence).toBeGreaterThan(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });
});

const TICKETS = '../shared/data/lang_tobi_tickets.jsonl';
const SENTENCES = '../shared/data/lang_lingua.jsonl';

describe.skipIf(!existsSync(SENTENCES))('on public texts (skipped where ../shared/data is absent)', () => {
  it('finds the ten languages in short and in longer texts', async () => {
    const { tenLanguages } = await measureLanguage(parseOptions(['language', '--data', SENTENCES]).options);
    expect(tenLanguages.byLength['20+']?.accuracy).toBeGreaterThan(0.985);
    expect(tenLanguages.byLength['<20']?.accuracy).toBeGreaterThan(0.9);
  });

  it('finds the language of tickets and their subjects', async () => {
    const { byLength } = await measureLanguage(parseOptions(['language', '--data', TICKETS]).options);
    expect(byLength['20+']?.accuracy).toBeGreaterThan(0.97);
  });
});
