import { describe, expect, it } from 'vitest';
import { isScant } from './scant-words.ts';

describe('a ticket that says nothing of its problem', () => {
  it.each([
    '',
    'help',
    'HELP!!!',
    'nothing works',
    'It does not work.',
    'It doesn’t work anymore, please help!',
    'Hello, I have a problem.',
    'I have a question, [EMAIL_1]',
    'Nichts geht.',
    'Es funktioniert nicht, bitte helfen Sie mir.',
    'Ich habe eine Frage.',
    'Rien ne marche.',
    'Bonjour, j’ai un problème, aidez-moi svp',
    'No funciona nada',
    'Hola, tengo un problema.',
    'Não funciona',
    'Preciso de ajuda, por favor',
    '動きません',
    '助けてください',
    '困っています',
  ])('%s', (text) => {
    expect(isScant('', text)).toBe(true);
    expect(isScant('Help', text)).toBe(true);
  });

  it.each([
    'refund',
    'How do I export?',
    'The login does not work.',
    'I cannot sign in',
    'App crashes',
    'Nothing works since the update',
    'Der Kalender funktioniert nicht.',
    'Je ne reçois pas la facture',
    'No puedo entrar',
    'Não consigo pagar',
    'ログインできません',
    '請求書が届きません',
    'error 500',
    '4711',
    'Привет, помогите',
  ])('but not: %s', (text) => {
    expect(isScant('', text)).toBe(false);
    expect(isScant(text, 'help')).toBe(false);
  });

  it('looks at no long text', () => {
    expect(isScant('', 'help '.repeat(100_000))).toBe(false);
  });
});
