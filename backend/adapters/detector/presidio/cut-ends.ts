/** The analyzer's own time grows with the text. The masker's rules read the whole. */
const HEAD = 45_000;
const TAIL = 15_000;
const JOINT = '\n\n';
/** So far back a blank is looked for, so that no name is cut in two. */
const REACH = 200;

/** The beginning and the end of a text that is too long, each cut at a blank: what the model is shown, too. */
export function cutEnds(text: string): string {
  if (text.length <= HEAD + TAIL) return text.toWellFormed();
  const head = text.slice(0, HEAD - JOINT.length);
  const tail = text.slice(-TAIL);
  const headEnd = /\s\S{0,200}$/.exec(head.slice(-REACH))?.index;
  const tailStart = tail.slice(0, REACH).search(/\s/);
  const kept = headEnd === undefined ? head : head.slice(0, head.length - REACH + headEnd);
  return `${kept}${JOINT}${tailStart < 0 ? tail : tail.slice(tailStart + 1)}`.toWellFormed();
}
