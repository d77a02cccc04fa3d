import { describe, expect, it } from 'vitest';
import { createMasker } from '../adapters/masker/builtin/create-masker.ts';
import type { MaskedText } from '../ports/engine.ts';
import { maskPassage } from './mask-passage.ts';

const masker = createMasker();
const mask = (
  answer: string,
  kind: 'ticket' | 'article' = 'ticket',
  rest: { title?: string; resolution?: string } = {},
) =>
  maskPassage(
    {
      kind,
      title: (rest.title ?? 'Sync') as MaskedText,
      question: 'It does not sync.' as MaskedText,
      answer: answer as MaskedText,
      resolution: (rest.resolution ?? null) as MaskedText | null,
      policy: { keep: [], regions: [] },
    },
    masker,
  );

describe('a passage, masked when it is read', () => {
  it('names nobody, and leaves no number that a vault could restore', () => {
    const { answer, title, resolution } = mask(
      'Dear Ms Oakhollow, write to eve@other.example or +49 170 1234567.',
      'ticket',
      {
        title: 'Call from Oakhollow',
        resolution: 'Told Ms Oakhollow to write to eve@other.example.',
      },
    );
    for (const text of [answer, title, resolution]) expect(text).not.toMatch(/Oakhollow|eve@|1234567|_\d/);
    expect(answer).toContain('[EMAIL]');
  });

  it('stays as it is when it was masked before', () => {
    const masked = 'Dear [NAME], we wrote to [EMAIL] about order [ID]. Open Settings.';
    expect(mask(masked).answer).toBe(masked);
    expect(mask(mask(`Dear Ms Oakhollow, ${masked}`).answer).answer).toBe(mask(`Dear Ms Oakhollow, ${masked}`).answer);
  });

  it("lets nothing stand for this ticket's values", () => {
    expect(mask('They typed [NAME_1] and [EMAIL_2].').answer).toBe('They typed [TEXT] and [TEXT].');
  });

  it.each([
    ['Your order 48213 is ready.', 'Your order [ID] is ready.'],
    ['Invoice no. INV-2024-0091 was paid.', 'Invoice no. [ID] was paid.'],
    ['Rechnungsnummer: 77123', 'Rechnungsnummer: [ID]'],
    ['Le dossier n° 55821 est clos.', 'Le dossier n° [ID] est clos.'],
    ['ご注文番号は48213です。', 'ご注文番号は[ID]です。'],
    ['See #90817 for it.', 'See #[ID] for it.'],
    ['It is ORD-7F3K-2291 again.', 'It is [ID] again.'],
    ['Tracking 1Z999AA10123456784', 'Tracking [ID]'],
  ])("drops the number of somebody's order: %s", (text, masked) => {
    expect(mask(text).answer).toBe(masked);
  });

  it.each([
    'The payment of $1240 and the invoice of 12000 EUR; ご請求12000円',
    'Wait 15 minutes, then use version 7.4.2.',
    'Error 0x80070005 or code 40123 means that the disk is full.',
    'Install KB5005565 and open port 8443.',
    'The limit is 50,000 rows or 100000 cells.',
    'It began on 2026-03-02 at 17:30.',
    'A USB-C cable and HTTP-404.',
  ])('keeps what holds for everyone: %s', (text) => {
    expect(mask(text).answer).toBe(text);
  });

  it('keeps the addresses that an article gives to everyone, and no secret', () => {
    const text = 'Write to care@tern.example or call +49 30 1234567. The key is sk_live_4eC39HqLyjWDarjtT1zdp7dc.';
    const { answer } = mask(text, 'article');
    expect(answer).toContain('care@tern.example');
    expect(answer).toContain('+49 30 1234567');
    expect(answer).not.toContain('sk_live');
  });
});
