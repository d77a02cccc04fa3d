import type { ApiError } from '../../api/api-error.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import { Code } from '../../ui/page/Section.tsx';

/** Answers whose own sentence helps more than ours would. */
const SPEAKING = ['bad_request', 'conflict', 'forbidden', 'not_found', 'too_large', 'unavailable'];

/** What went wrong, by what the backend says of it, and another try where that can help. */
export function Problem({ error, onRetry }: { error: ApiError; onRetry?: (() => void) | undefined }) {
  const { t, name } = usePageWords();
  const wait = error.retryAfterSeconds;
  return (
    <div role="alert">
      <Notice tone="danger" title={name('error', error.code)}>
        {SPEAKING.includes(error.code) && <p lang="en">{error.message}</p>}
        {wait !== null && <p>{t('common.retryIn', { count: wait })}</p>}
        {error.requestId && (
          <p>
            {t('common.reference')} <Code>{error.requestId}</Code>
          </p>
        )}
        {onRetry && <Button onClick={onRetry}>{t('common.retry')}</Button>}
      </Notice>
    </div>
  );
}
