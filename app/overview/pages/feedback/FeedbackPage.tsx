import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Progress } from '../../../ui/page/Progress.tsx';
import { Actions, Hint, Section } from '../../../ui/page/Section.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { useAction } from '../../api/useAction.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { useSay } from '../../parts/Said.tsx';
import { useSavedFile } from '../../parts/save-as.ts';
import { type Format, readLog } from './read-log.ts';

/** What agents did with suggestions, as a file. */
export function FeedbackPage() {
  const { t, number } = usePageWords();
  const client = useClient();
  const say = useSay();
  const stopped = useRef(new AbortController());
  const [count, setCount] = useState<number | null>(null);
  const { file, save, forget } = useSavedFile();
  useEffect(() => () => stopped.current.abort(), []);
  const download = useAction(async (format: Format) => {
    stopped.current = new AbortController();
    setCount(null);
    forget();
    const log = await readLog(client, { format, signal: stopped.current.signal, onRead: setCount });
    if (!log) return;
    setCount(log.rows);
    if (log.rows === 0) return;
    save(`feedback.${format}`, log.blob);
    say(t('feedback.saved', { count: log.rows, rows: number(log.rows) }));
  });
  return (
    <Section title={t('feedback.download')} text={t('feedback.text')}>
      {download.error && <Problem error={download.error} />}
      {download.isBusy && (
        <>
          <Progress label={t('feedback.reading')} share={null} />
          <Hint>{t('feedback.read', { count: count ?? 0, rows: number(count ?? 0) })}</Hint>
        </>
      )}
      {!download.isBusy && count === 0 && <EmptyState title={t('feedback.none')} text={t('feedback.noneText')} />}
      {file && (
        <Hint>
          {t('chart.csvBlocked')}{' '}
          <a href={file.url} target="_blank" rel="noopener" style={{ color: 'inherit' }}>
            {file.name}
          </a>
        </Hint>
      )}
      <Actions>
        {(['csv', 'json'] as const).map((format) => (
          <Button key={format} disabled={download.isBusy} onClick={() => void download.run(format)}>
            {t(`feedback.${format}`)}
          </Button>
        ))}
        {download.isBusy && (
          <Button look="quiet" onClick={() => stopped.current.abort()}>
            {t('common.cancel')}
          </Button>
        )}
      </Actions>
    </Section>
  );
}
