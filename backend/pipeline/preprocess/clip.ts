const HEAD_SHARE = 0.75;

/** The beginning and the end of a text that is too long to be read in good time, as they are otherwise. */
export function clip(text: string, characters: number): { text: string; clipped: boolean } {
  if (text.length <= characters) return { text, clipped: false };
  const head = Math.floor(characters * HEAD_SHARE);
  const kept = `${text.slice(0, head)}\n${text.slice(text.length - (characters - head))}`;
  return { text: kept.toWellFormed(), clipped: true };
}
