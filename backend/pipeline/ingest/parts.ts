import type { Comment } from '../../ports/ticket.ts';
import { type AsideKind, isVisible, joinLines, type Line } from './line.ts';

export type Part = {
  kind: 'own' | AsideKind;
  commentId: string;
  source: 'text' | 'html';
  /** UTF-16 offsets into the comment's text or HTML as given; a slice of HTML may hold tags. */
  start: number;
  end: number;
  /** What a reader sees of it. */
  text: string;
};

/** A comment's lines as parts: consecutive lines of one kind are one, in order, without overlap. */
export function toParts(lines: Line[], comment: Comment, source: Part['source']): Part[] {
  const runs: { from: number; to: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const run = runs.at(-1);
    if (!isVisible(line.text)) continue;
    if (run && lines[run.from]?.aside === line.aside) run.to = index;
    else runs.push({ from: index, to: index });
  }
  return runs.map(({ from, to }) => ({
    kind: lines[from]?.aside ?? 'own',
    commentId: comment.id,
    source,
    start: lines[from]?.start ?? 0,
    end: lines[to]?.end ?? 0,
    text: joinLines(lines.slice(from, to + 1)),
  }));
}
