import { describe, expect, it } from 'vitest';
import type { MaskedText } from '../ports/engine.ts';
import type { Masker } from '../ports/masker.ts';
import { toStorable } from './preprocess/to-storable.ts';
import { preprocess } from './preprocess.ts';

/** Masks every run of digits: enough to see what is handed to a masker and what becomes of its answer. */
const masker: Masker = {
  mask(text, _hints, vault = {}) {
    const next = { ...vault };
    const masked = text.replace(/\d+/g, (digits) => {
      const known = Object.keys(next).find((key) => next[key] === digits) ?? `[ID_${Object.keys(next).length + 1}]`;
      next[known] = digits;
      return known;
    });
    return { text: masked as MaskedText, vault: next };
  },
};
const prepare = (subject: string, text: string, maxTokens = 1000, attached: string[] = []) =>
  preprocess({ subject, text, attached, hints: { people: [] }, maxTokens, model: 'gpt-4o-mini' }, masker);

describe('preprocess', () => {
  it('masks subject and text with one vault', () => {
    expect(prepare('Order 17', 'Where are 17 and 18? I cannot find them anywhere in my account.')).toEqual({
      subject: 'Order [ID_1]',
      text: 'Where are [ID_1] and [ID_2]? I cannot find them anywhere in my account.',
      language: 'en',
      mainLanguage: 'en',
      languageConfidence: expect.any(Number),
      vault: { '[ID_1]': '17', '[ID_2]': '18' },
      truncated: false,
    });
  });

  it('masks before it cuts: no number and no placeholder is halved by the cut', () => {
    const { text, truncated } = prepare('', '4111 '.repeat(20_000), 100);
    expect(truncated).toBe(true);
    expect(text.replaceAll('[ID_1]', '').replace('[… truncated …]', '').trim()).toBe('');
  });

  it('shows nothing that stood beside a cut made before masking, where half a number is no number', () => {
    const halfAt = (cut: number) => `${'- '.repeat((cut - 4) / 2)}12345678 and more. `;
    const long = prepare('', halfAt(18_000) + '. '.repeat(20_000), 6_000);
    const attachment = prepare('', 'Siehe Anhang, bitte.', 6_000, [halfAt(4_000) + '. '.repeat(5_000)]);
    for (const { text } of [long, attachment]) expect(text).not.toMatch(/\d/);
  });

  it('knows everywhere what it found late', () => {
    const late: Masker = {
      mask: (text, _hints, vault = {}) => {
        const value = /code (\w+)/.exec(text)?.[1] ?? vault['[SECRET_1]'];
        const masked = value ? text.replaceAll(value, '[SECRET_1]') : text;
        return { text: masked as MaskedText, vault: value ? { '[SECRET_1]': value } : vault };
      },
    };
    const input = { subject: 'abc123 fails', text: 'My code abc123.', attached: ['abc123'], hints: { people: [] } };
    expect(preprocess({ ...input, maxTokens: 500, model: 'gpt-4o-mini' }, late)).toMatchObject({
      subject: '[SECRET_1] fails',
      text: 'My code [SECRET_1].\n\n[SECRET_1]',
    });
  });

  it('puts what was attached after the own words, which keep most of the budget and alone say the language', () => {
    const log = 'Error 500 while the server was starting, please look at the following lines. '.repeat(400);
    const own = 'Seit gestern startet bei uns nichts mehr, hier ist das Protokoll des Servers.';
    const { text, language, truncated } = prepare('', own, 200, [`[attachment: a.log]\n${log}`]);
    expect(text.startsWith(`${own}\n\n[attachment: a.log]\nError [ID_1] while`)).toBe(true);
    expect(text).toContain('[… truncated …]');
    expect({ language, truncated }).toEqual({ language: 'de', truncated: true });
  });

  it('takes NUL and lone surrogates out', () => {
    expect(toStorable('a\u0000b\ud800c')).toBe('ab\ufffdc');
    expect(prepare('\u0000', 'x\udfff').text).toBe('x\ufffd');
  });
});
