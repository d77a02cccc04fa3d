import { describe, expect, it } from 'vitest';
import { findNegated } from './negation.ts';
import { tokenize } from './tokens.ts';

function negatedIn(text: string): string[] {
  const tokens = tokenize(text);
  const negated = findNegated(text, tokens);
  return tokens.filter((_, index) => negated[index] === 1).map((token) => token.text);
}

describe('what is taken back', () => {
  it.each([
    ['This is not urgent, but please help', ['urgent']],
    ["I don't want money back today", ['want', 'money', 'back']],
    ['No refund. The app crashes', ['refund']],
    ['not cheap but good', ['cheap']],
    ['Das ist kein Fehler, sondern ein Wunsch', ['fehler']],
    ['sin prisa; la factura está mal', ['prisa']],
    ["ce n'est pas urgent. Merci", ['pas', 'urgent']],
    ['não funciona direito hoje, ajuda', ['funciona', 'direito', 'hoje']],
    ['o erro no aplicativo não sumiu', ['sumiu']],
    ['急ぎではない', ['では', '急ぎ']],
    ['everything is fine', []],
  ])('%s', (text, expected) => {
    expect(new Set(negatedIn(text))).toEqual(new Set(expected));
  });
});
