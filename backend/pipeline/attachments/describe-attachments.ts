import type { AttachmentsRead } from './read-attachments.ts';

const MAX_NAME = 120;
const MAX_NAMES = 20;

/** The attachments as blocks after a ticket's own words: texts with their beginnings, everything else by its name. */
export function describeAttachments({ texts, images, named }: AttachmentsRead, charactersEach: number): string[] {
  const names = [...images.map(({ name }) => name), ...named].slice(0, MAX_NAMES);
  return [
    ...texts.map(({ name, text }) => `${head(name)}\n${text.slice(0, charactersEach).trimEnd()}`),
    ...names.map(head),
  ].map((block) => block.toWellFormed());
}

/** A name is a stranger's text too: it stays on its line and cannot pass for the end of it. */
const head = (name: string): string =>
  `[attachment: ${name
    .replace(/[\p{Cc}\u2028\u2029[\]]/gu, ' ')
    .slice(0, MAX_NAME)
    .trim()}]`;
