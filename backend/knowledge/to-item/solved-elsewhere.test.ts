import { describe, expect, it } from 'vitest';
import { wasSolvedElsewhere } from './solved-elsewhere.ts';

describe('whether a ticket was solved where nobody can read it', () => {
  it.each([
    'Solved by phone.',
    'Called the customer back and explained everything.',
    'Hello Ann, as discussed on the phone, the account is unlocked. '.concat('Have a good day. '.repeat(40)),
    'Per our call this morning I am closing the ticket.',
    'We went through it together\non the phone and it works now.',
    'Telefonisch geklärt.',
    'Wie soeben am Telefon besprochen, ist alles erledigt.',
    'Kundin zurückgerufen, Problem gelöst.',
    'Resuelto por teléfono con el cliente.',
    'Como hablamos por teléfono, ya está todo en orden.',
    'Llamé al cliente y le di la solución.',
    'Réglé par téléphone.',
    'Suite à notre échange téléphonique, je clôture votre demande.',
    'J’ai rappelé la cliente, tout fonctionne.',
    'Resolvido por telefone.',
    'Liguei para o cliente e expliquei os passos.',
    'お電話にてご説明いたしました。',
    '電話対応済み。',
  ])('is: %s', (text) => {
    expect(wasSolvedElsewhere(text)).toBe(true);
  });

  it.each([
    'You can reach us by phone on weekdays if you need more help.',
    'Open Settings, choose Phone and enter your new number. The steps are explained on the page.',
    'Your phone number was changed as you asked.',
    'If the call drops, restart the router. This solved the problem for most customers.',
    'Sie erreichen uns telefonisch von 9 bis 17 Uhr. Das Problem ist inzwischen behoben.',
    'Bitte hinterlegen Sie Ihre Telefonnummer unter Profil.',
    'Puede llamarnos por teléfono de lunes a viernes.',
    'Vous pouvez nous joindre par téléphone du lundi au vendredi.',
    'Pode ligar para nós de segunda a sexta. O erro foi resolvido na nova versão.',
    'お電話でのお問い合わせは平日9時からです。',
    '',
  ])('is not: %s', (text) => {
    expect(wasSolvedElsewhere(text)).toBe(false);
  });
});
