import { useRef, useState } from 'react';
import type { RewriteHow, RewriteRequest } from '../../backend/contract/rewrite.ts';
import type { Draft } from '../../backend/contract/triage.ts';
import { ApiError } from '../api/api-error.ts';
import { useWords } from '../ui/Words.tsx';

export type Rewrite = (asked: RewriteRequest) => Promise<Draft>;

/** The draft as it was made, and the text that it has become. */
type Version = { draft: Draft; text: string };

const EXPLAINED = ['too_many_rewrites', 'budget_used_up', 'rewrite_refused', 'too_large'] as const;

/** The draft that is worked on: edited, put in other words, and one step back. What an agent writes meanwhile is never lost. */
export function useRewrite(draft: Draft, rewrite: Rewrite | null, onEdit: () => void) {
  const { t } = useWords();
  const [now, setNow] = useState<Version>({ draft, text: draft.text });
  const [before, setBefore] = useState<Version | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, say] = useState<string | null>(null);
  const text = useRef(now.text);
  text.current = now.text;

  const take = (fresh: Draft) => {
    setBefore(now);
    setNow({ draft: fresh, text: fresh.text });
    const count = fresh.parts.filter(({ struck }) => struck).length;
    say(count > 0 ? t('rewrite.struck', { count }) : t('rewrite.done'));
  };
  const ask = async (how: RewriteHow, language: string | null) => {
    if (busy || !rewrite) return;
    setBusy(true);
    say(t('rewrite.busy'));
    onEdit();
    try {
      const fresh = await rewrite({ how, language, text: now.text, parts: now.draft.parts });
      if (text.current === now.text) take(fresh);
      else say(t('rewrite.edited'));
    } catch (error) {
      const code = error instanceof ApiError && EXPLAINED.find((known) => known === error.code);
      say(t(`rewrite.${code || 'failed'}`));
    }
    setBusy(false);
  };
  const back = () => {
    if (before) setNow(before);
    setBefore(null);
    say(null);
  };
  const edit = (next: string) => {
    setNow({ ...now, text: next });
    say(null);
    onEdit();
  };
  return { ...now, busy, said, say, ask, edit, back: before && back };
}
