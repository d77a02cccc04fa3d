import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftPart } from '../contract/triage.ts';
import { composeParts, frameReply, toText } from './compose-reply.ts';

const ada = { id: '10', name: 'Ada Quill', email: 'ada@quill.example' };
const rules = { greeting: {}, signOff: {} };
const frame = (
  language: string,
  over: { name?: string | null; vault?: Record<string, string>; rules?: typeof rules } = {},
) =>
  frameReply(
    { language, requester: { ...ada, name: over.name === undefined ? ada.name : over.name }, vault: over.vault ?? {} },
    over.rules ?? rules,
  );

describe('how a reply begins and ends', () => {
  it.each([
    ['en', 'Hello [NAME_1],', 'Kind regards'],
    ['de', 'Guten Tag [NAME_1]!', 'Freundliche Grüße'],
    ['fr', 'Bonjour [NAME_1],', 'Cordialement'],
    ['es', 'Hola, [NAME_1]:', 'Un saludo'],
    ['pt-br', 'Olá, [NAME_1],', 'Atenciosamente'],
    ['ja', '[NAME_1] 様\nお問い合わせいただき、ありがとうございます。', 'どうぞよろしくお願いいたします。'],
  ])('is the language’s own: %s', (language, greeting, signOff) => {
    expect(frame(language)).toEqual({ greeting, signOff, vault: { '[NAME_1]': 'Ada Quill' } });
  });

  it('is nothing in a language that nobody has written for, and the tenant’s where they have', () => {
    expect(frame('nl')).toEqual({ greeting: null, signOff: null, vault: {} });
    const own = { greeting: { nl: 'Beste {name},', en: 'Hi there,' }, signOff: { nl: 'Groet, team Tern' } };
    expect(frame('nl', { rules: own })).toMatchObject({ greeting: 'Beste [NAME_1],', signOff: 'Groet, team Tern' });
    expect(frame('en', { rules: own })).toEqual({ greeting: 'Hi there,', signOff: 'Kind regards', vault: {} });
    expect(frame('nl', { rules: own, name: null }).greeting).toBeNull();
  });

  it('names the requester by the placeholder that stands for them', () => {
    const vault = { '[NAME_1]': 'Bob', '[NAME_3]': 'ADA QUILL' };
    expect(frame('en', { vault })).toEqual({ greeting: 'Hello [NAME_3],', signOff: 'Kind regards', vault });
    const others = { '[NAME_1]': 'Bob', '[NAME_7]': 'Ada' };
    expect(frame('en', { vault: others })).toMatchObject({
      greeting: 'Hello [NAME_8],',
      vault: { ...others, '[NAME_8]': 'Ada Quill' },
    });
  });

  it.each([
    null,
    '',
    'ada@quill.example',
    'Customer 4711',
    'Visit evil.example now',
    'We will refund you all of it',
    'A\u0000B',
  ])('names nobody by what is no name: %s', (name) => {
    expect(frame('en', { name })).toEqual({ greeting: 'Hello,', signOff: 'Kind regards', vault: {} });
  });
});

const part = (text: string, struck: DraftPart['struck'] = null): DraftPart => ({
  text,
  sourceId: null,
  quote: null,
  struck,
});

describe('the text of a letter', () => {
  it('is what stays of its parts, as they stand', () => {
    const parts = composeParts([part('We are sorry. '), part('Open Settings.')], frame('en'));
    expect(toText(parts)).toBe('Hello [NAME_1],\n\nWe are sorry. Open Settings.\n\nKind regards');
    expect(parts.map(({ text }) => text).join('')).toBe(toText(parts));
  });

  it('shows no gap where a sentence, a step or a paragraph is gone', () => {
    const body = [
      part('One. '),
      part('Gone. ', 'date'),
      part('Two.\n\n'),
      part('Gone.\n\n', 'link'),
      part('1. Three.\n'),
      part('2. Gone.', 'amount'),
    ];
    expect(toText(body)).toBe('One. Two.\n\n1. Three.');
    const last = [part('One. '), part('Gone.\n\n', 'date'), part('Two.')];
    expect(toText(last)).toBe('One.\n\nTwo.');
    const between = [part('1. One.\n'), part('2. Gone.\n', 'amount'), part('3. Two.\n'), part('4. Gone.\n\n', 'date')];
    expect(toText([...between, part('Three.')])).toBe('1. One.\n3. Two.\n\nThree.');
  });

  it('holds every word that stays and none that is struck', () => {
    const body = fc.array(fc.record({ gone: fc.boolean(), gap: fc.constantFrom(' ', '\n', '\n\n', '') }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(body, (pieces) => {
        const parts = pieces.map(({ gone, gap }, index) =>
          part(`<${gone ? 'x' : 'o'}${index}>${gap}`, gone ? 'date' : null),
        );
        const text = toText(composeParts(parts, frame('en')));
        pieces.forEach(({ gone }, index) => {
          expect(text.includes(`<${gone ? 'x' : 'o'}${index}>`)).toBe(!gone);
        });
        expect(text).not.toMatch(/\n{3}|[^\S\n]\n/);
      }),
    );
  });
});
