import { describe, expect, it } from 'vitest';
import { aPassage, strike } from '../../test/check-draft.ts';

const reset = aPassage({ answer: 'Open Settings and choose Reset password, then follow the steps.' });
const refunds = aPassage({
  answer:
    'You can request a refund within 14 days. Refunds are paid to the original payment method. Annual plans cannot be refunded ' +
    'later than that. A defective item is replaced free of charge under the warranty.',
});

describe('a promise', () => {
  it.each([
    ['en', 'You can ask for a refund up to 14 days after the purchase.'],
    ['en', 'Once it is approved, the refund goes back to your original payment method.'],
    ['en', 'After 14 days, a refund is unfortunately no longer possible.'],
    ['en', 'If the item is defective, we will replace it free of charge.'],
    ['de', 'Eine Erstattung können Sie innerhalb von 14 Tagen beantragen.'],
    ['de', 'Defekte Ware wird im Rahmen der Garantie kostenlos ersetzt.'],
    ['fr', 'Un article défectueux est remplacé gratuitement pendant la garantie.'],
    ['es', 'El reembolso se abona en el método de pago original.'],
    ['pt', 'O reembolso é pago na forma de pagamento original.'],
    ['ja', '返金は14日以内にお申し込みいただけます。'],
    ['ja', '不良品は保証により無料で交換いたします。'],
  ])('may be repeated (%s): %s', (language, text) => {
    const isSpanish = text.includes('abona');
    const source = isSpanish ? aPassage({ answer: `${refunds.answer} The sum is credited there.` }) : refunds;
    expect(strike(text, source, { language })).toBeNull();
  });

  it.each([
    ['en', 'We will refund you the full amount.'],
    ['en', 'We cannot give refunds in this case.'],
    ['en', 'As a goodwill gesture, we have added a credit to your account.'],
    ['en', 'You get a discount on your next bill.'],
    ['en', 'This is free of charge for you.'],
    ['en', 'We will send you a replacement.'],
    ['en', 'We guarantee that it will not happen again.'],
    ['en', 'We have cancelled your subscription.'],
    ['de', 'Wir erstatten Ihnen den vollen Betrag.'],
    ['de', 'Wir schreiben Ihnen den Betrag auf Ihrem Konto gut.'],
    ['de', 'Als Entschädigung erhalten Sie einen Gutschein.'],
    ['de', 'Wir haben Ihr Abonnement gekündigt.'],
    ['fr', 'Nous vous rembourserons intégralement.'],
    ['fr', 'Votre abonnement a été résilié.'],
    ['fr', 'Un dédommagement vous sera accordé.'],
    ['es', 'Le devolveremos el dinero.'],
    ['es', 'Hemos cancelado su suscripción.'],
    ['es', 'No se le cobrará nada.'],
    ['pt', 'Vamos reembolsar o valor total.'],
    ['pt', 'O valor já foi estornado.'],
    ['ja', '全額返金いたします。'],
    ['ja', 'お詫びとしてクーポンをお送りします。'],
    ['ja', 'ご契約を解約いたしました。'],
  ])('that the source does not make is struck (%s): %s', (language, text) => {
    expect(strike(text, reset, { language })).toBe('promise');
    expect(strike(text, null, { language })).toBe('promise');
  });

  it.each([
    ['en', 'We have already refunded your payment.'],
    ['en', 'Your refund has been processed.'],
    ['de', 'Wir haben Ihnen den Betrag bereits erstattet.'],
    ['fr', 'Nous avons remboursé le montant.'],
    ['es', 'Hemos reembolsado el importe.'],
    ['pt', 'Já reembolsamos o valor.'],
    ['ja', '返金いたしました。'],
  ])('is not kept by saying so (%s): %s', (language, text) => {
    expect(strike(text, refunds, { language })).toBe('promise');
  });

  it.each([
    ['en', 'I understand how frustrating it is to wait for a refund.'],
    ['en', 'We have received your refund request and are looking into it.'],
    ['en', 'Please let us know which payment you would like refunded.'],
    ['en', 'Would you like a replacement or a refund?'],
    ['de', 'Es tut mir leid, dass Ihre Gutschrift noch nicht angekommen ist.'],
    ['de', 'Bitte teilen Sie uns mit, welche Zahlung erstattet werden soll.'],
    ['fr', 'Je suis navré que votre remboursement ne soit pas encore arrivé.'],
    ['es', 'Para ayudarle con la devolución necesitamos algunos datos más.'],
    ['pt', 'Entendemos a sua preocupação com o reembolso.'],
    ['ja', '返金についてのお問い合わせ、承りました。'],
  ])('is none where it is only spoken of (%s): %s', (language, text) => {
    expect(strike(text, null, { language })).toBeNull();
  });

  it('in a question is one where we make it', () => {
    expect(strike('We will refund you, is that all right?', null)).toBe('promise');
    expect(strike('Does it also happen with the order of 49 €?', null)).toBeNull();
  });

  it('of an approved ticket may be repeated, of another one not', () => {
    const answer = 'Duplicate payments are refunded automatically within 3 days.';
    const ticket = { id: 'ticket:1', kind: 'ticket' as const, answer };
    expect(strike('The duplicate payment is refunded within 3 days.', aPassage({ ...ticket, gold: true }))).toBeNull();
    expect(strike('The duplicate payment is refunded.', aPassage(ticket))).toBe('promise');
    expect(strike('It takes 3 days.', aPassage(ticket))).toBe('date');
  });

  it('of the policy may be made by every sentence, with its figures', () => {
    const policy = ['We refund duplicate charges within 5 days. Exports cost nothing.', 'Write to care@tern.example.'];
    expect(strike('We will refund the second charge within five days.', null, { policy })).toBeNull();
    expect(strike('Reply to care@tern.example.', reset, { policy })).toBeNull();
    expect(strike('We will refund the second charge.', null, { policy })).toBe('promise');
    expect(strike('We will refund the second charge within 2 days.', null, { policy })).toBe('promise');
  });
});
