/** The JSON values that stand in a text: the whole of it, what lies between the outermost brackets, or a value a line. */
export function embeddedJson(text: string): unknown[] {
  const between = (open: string, close: string) => text.slice(text.indexOf(open), text.lastIndexOf(close) + 1);
  for (const candidate of [text, between('{', '}'), between('[', ']')]) {
    const value = parsed(candidate);
    if (value !== undefined) return [value];
  }
  return text.split('\n').flatMap((line) => parsed(line.trim()) ?? []);
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
