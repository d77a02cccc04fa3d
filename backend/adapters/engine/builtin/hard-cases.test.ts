import { describe, expect, it } from 'vitest';
import type { RawClassification } from '../../../ports/engine.ts';
import { classify } from './test/classify.ts';

/** The share of cases that must come out right is what is reached, not what is wished for. */
async function shareRight<Case extends readonly string[]>(
  cases: readonly Case[],
  isRight: (value: RawClassification, one: Case) => boolean,
): Promise<number> {
  const right = await Promise.all(cases.map(async (one) => isRight(await classify(one[0] ?? ''), one)));
  return right.filter(Boolean).length / cases.length;
}

describe('negation', () => {
  const cases = [
    ["I don't want a refund, I want the app to stop crashing.", 'technical'],
    ['This is not a billing question, I simply cannot log in.', 'account'],
    ['No bug here, just wondering how late the shop is open.', 'general'],
    ['It is not urgent at all, but the icon on the settings page has the wrong colour.', 'technical'],
    ['The login works fine now, but I was billed twice.', 'billing'],
    ['Nicht das Passwort ist das Problem, die App stürzt beim Start ab.', 'technical'],
    ['No es urgente: ¿pueden enviarme la factura de mayo?', 'billing'],
    ["Ce n'est pas urgent, mais le logo est flou sur la page d'accueil.", 'technical'],
    ['Não quero reembolso, quero que o aplicativo pare de travar.', 'technical'],
    ['ログインの問題ではありません。請求書の金額が間違っています。', 'billing'],
  ] as const;

  it('leaves 8 of 10 categories right', async () => {
    const share = await shareRight(cases, ({ category }, [, wanted]) => category[0]?.value === wanted);
    expect(share).toBeGreaterThanOrEqual(0.8);
  });
});

describe('two issues', () => {
  const cases = [
    ['I was charged twice for March. Also, the app crashes whenever I open the calendar.', 'billing technical'],
    ['My password reset mail never arrives. And could you please add a dark mode?', 'account feature_request'],
    ['The invoice shows the wrong VAT number. Besides, I cannot log in to the portal any more.', 'account billing'],
    ['Die App stürzt beim Export ab. Außerdem wurde mir der Beitrag doppelt abgebucht.', 'billing technical'],
    ['Mon compte est bloqué. Par ailleurs, la dernière facture a été prélevée deux fois.', 'account billing'],
    ['No puedo iniciar sesión. También quiero el reembolso del cobro duplicado.', 'account billing'],
    ['Esqueci minha senha. Além disso, o aplicativo trava ao abrir o mapa.', 'account technical'],
    ['パスワードを忘れてログインできません。また、先月の料金が二重に引き落とされています。', 'account billing'],
  ] as const;
  const sorted = (...values: (string | undefined)[]): string => values.sort().join(' ');

  it('are the two likeliest categories in 7 of 8', async () => {
    const share = await shareRight(
      cases,
      ({ category }, [, wanted]) => sorted(category[0]?.value, category[1]?.value) === wanted,
    );
    expect(share).toBeGreaterThanOrEqual(7 / 8);
  });

  it('are never named wrongly, and in 1 of 8 named', async () => {
    const named = await shareRight(cases, ({ secondary }) => secondary !== null);
    const right = await shareRight(
      cases,
      ({ category, secondary }, [, wanted]) => sorted(category[0]?.value, secondary?.value) === wanted,
    );
    expect(right).toBe(named);
    expect(right).toBeGreaterThanOrEqual(1 / 8);
  });
});

describe('sarcasm', () => {
  const cases = [
    ['Wonderful, the third outage this week. You really know how to keep customers.'],
    ['Great job, my order has been lost again. Slow clap.'],
    ['Oh fantastic, another update that deletes my files.'],
    ['Thanks a lot for nothing, two weeks and still no answer.'],
    ['Toll gemacht, schon wieder alles weg. Bravo.'],
    ['Génial, encore une panne. Merci beaucoup, vraiment.'],
    ['Qué maravilla, otra semana esperando el reembolso.'],
    ['Parabéns, o aplicativo travou pela quinta vez hoje. Excelente trabalho.'],
    ['Sure, because waiting 50 minutes on hold is exactly how I wanted to spend my lunch.'],
    ['素晴らしいですね、また障害ですか。三回目です。'],
  ] as const;

  it('is seen through in 5 of 10', async () => {
    const share = await shareRight(cases, ({ sentiment }) =>
      ['angry', 'frustrated'].includes(sentiment[0]?.value ?? ''),
    );
    expect(share).toBeGreaterThanOrEqual(0.5);
  });
});

describe('calm words about something grave', () => {
  const cases = [
    ['Good morning. Since 7:30 none of our 40 cashiers can open the till software. Kind regards'],
    ['Hello, could you please have a look: patient records of the whole ward cannot be opened since midnight.'],
    ["Just so you know, our customers can see each other's invoices in the portal."],
    ['Kindly note that all orders placed since yesterday have disappeared from the database.'],
    ['Dear team, the smoke detector hub reports nothing any more although there was real smoke today.'],
    ['Guten Tag, seit heute früh kann im ganzen Werk niemand mehr Lieferscheine drucken, die Lkw stehen.'],
    ['Bonjour, toutes nos caisses sont hors service depuis ce matin, aucun magasin ne peut encaisser.'],
    ['Buenos días, ninguno de nuestros empleados puede acceder al sistema y la producción está parada. Gracias'],
    ['Bom dia, os dados de todos os clientes foram apagados durante a noite. Atenciosamente'],
    ['お世話になっております。今朝から全店舗のレジが停止しており、営業できません。よろしくお願いいたします。'],
  ] as const;

  it('is P1 in 8 of 10', async () => {
    expect(await shareRight(cases, ({ urgency }) => urgency[0]?.value === 'P1')).toBeGreaterThanOrEqual(0.8);
  });
});

describe('loud words about a trifle', () => {
  const cases = [
    ['URGENT!!! WHERE IS THE DARK MODE I ASKED FOR'],
    ['THIS IS RIDICULOUS!!! The font of your newsletter is ugly!!!'],
    ['HELLO??? ANSWER ME!!! What are your opening hours!!!'],
    ['I am FURIOUS that the button is green now instead of blue!!!'],
    ['ASAP!!! please change the spelling of my middle name on the loyalty card'],
    ['SOFORT ANTWORTEN!!! Gibt es die Tasse auch in Rot???'],
    ["C'EST INADMISSIBLE!!! La couleur du logo est affreuse!!!"],
    ['¡¡¡ESCÁNDALO!!! ¡El icono nuevo es feísimo!'],
    ['ISSO É UM ABSURDO!!! A fonte do site é muito feia!!!'],
    ['ふざけるな！！！アイコンの色がダサい！！！'],
  ] as const;

  it('is P3 or P4 in 9 of 10, and P4 in 7', async () => {
    const calm = await shareRight(cases, ({ urgency }) => ['P3', 'P4'].includes(urgency[0]?.value ?? ''));
    expect(calm).toBeGreaterThanOrEqual(0.9);
    expect(await shareRight(cases, ({ urgency }) => urgency[0]?.value === 'P4')).toBeGreaterThanOrEqual(0.7);
  });
});
