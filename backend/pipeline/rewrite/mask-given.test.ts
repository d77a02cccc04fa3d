import { describe, expect, it } from 'vitest';
import { createMasker } from '../../adapters/masker/builtin/create-masker.ts';
import { type Found, restore } from '../../ports/masker.ts';
import { maskGiven } from './mask-given.ts';

const masker = createMasker();
const policy = { keep: [], regions: [] };
const vault = {
  '[NAME_1]': 'Ada Quill',
  '[EMAIL_1]': 'ada@quill.example',
  '[PHONE_1]': '+49 30 901820',
  '[SECRET_1]': 'hunter2-canary-77',
  '[ID_1]': 'KX-4711-9920',
};
const mask = (text: string, found: Found[] = []) => maskGiven({ text, vault, policy, found }, masker);

describe('a draft that a model may see', () => {
  it("has the ticket's own placeholders where its values stand", () => {
    const text = `Hello Ada Quill,\n\nWe call you at ${vault['[PHONE_1]']} about ${vault['[ID_1]']}. The key ${vault['[SECRET_1]']} is void. Ada, we write to ada@quill.example.`;
    const { sentences } = mask(text);
    const masked = sentences.join('');
    for (const [placeholder, value] of Object.entries(vault)) {
      expect(masked).toContain(placeholder);
      expect(masked).not.toContain(value);
    }
    expect(masked).not.toMatch(/Ada|Quill|901820|canary|9920/);
  });

  it('has placeholders for what the agent has typed beside, which come back for this ticket alone', () => {
    const text = 'Write to canary.agent@else.example or call +49 170 5550199. Card 4111 1111 1111 1111.';
    const { sentences, vault: extended } = mask(text);
    expect(sentences.join('')).not.toMatch(/canary|5550199|4111/);
    expect(restore(sentences.join(''), extended)).toBe(text);
    expect(extended).toMatchObject(vault);
  });

  it('takes what looks like a placeholder for text, so that nobody draws a value out by its name', () => {
    const { sentences, vault: extended } = mask('Your key is [SECRET_1].');
    expect(sentences.join('')).not.toContain('[SECRET_1]');
    expect(restore(sentences.join(''), extended)).toBe('Your key is [SECRET_1].');
  });

  it('says its language', () => {
    expect(mask('Wir erstatten Ihnen den Betrag innerhalb einer Woche auf Ihr Konto.').language).toBe('de');
    expect(mask('OK').language).toBe('und');
  });
});
