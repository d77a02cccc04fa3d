import { useState } from 'react';
import type { ImportFormat } from '../../../../backend/contract/imports.ts';
import { Button } from '../../../ui/Button.tsx';
import { FileRow } from '../../../ui/form/FileRow.tsx';
import { SelectRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Progress } from '../../../ui/page/Progress.tsx';
import { Actions, Section } from '../../../ui/page/Section.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { useAction } from '../../api/useAction.ts';
import { Problem } from '../../parts/Problem.tsx';
import { useSay } from '../../parts/Said.tsx';

const MAX_MB = 512;
const MAX_BYTES = MAX_MB * 1024 * 1024;
const FORMATS = [
  { value: 'csv', label: 'CSV' },
  { value: 'jsonl', label: 'JSONL' },
] as const;

export const formatOf = (name: string): ImportFormat => (/\.(?:jsonl|ndjson|json)$/i.test(name) ? 'jsonl' : 'csv');

/** A file of solved tickets or articles, such as from another helpdesk. */
export function FromFile({ onStart }: { onStart(): void }) {
  const { t } = usePageWords();
  const client = useClient();
  const say = useSay();
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState<ImportFormat>('csv');
  /** A file that was taken is not chosen any more, or a second click would send it again. */
  const [sent, setSent] = useState(0);
  const isTooLarge = file !== null && file.size > MAX_BYTES;
  const send = useAction(async (dryRun: boolean) => {
    if (!file) return;
    await client.call('startImport', { query: { source: 'file', format, dryRun: String(dryRun) }, file });
    say(t('knowledge.started'));
    onStart();
    if (dryRun) return;
    setFile(null);
    setSent((count) => count + 1);
  });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    if (chosen) setFormat(formatOf(chosen.name));
    send.clear();
  };
  const upload = (dryRun: boolean) => (
    <Button disabled={!file || isTooLarge || send.isBusy} onClick={() => void send.run(dryRun)}>
      {t(dryRun ? 'knowledge.tryOut' : 'knowledge.upload')}
    </Button>
  );
  return (
    <Section title={t('knowledge.fromFile')} text={t('knowledge.fromFileText')}>
      <FileRow
        key={sent}
        label={t('knowledge.file')}
        hint={t('knowledge.fileHint')}
        error={isTooLarge ? t('knowledge.fileTooLarge', { mb: MAX_MB }) : undefined}
        accept=".csv,.jsonl,.ndjson,.json,.txt"
        disabled={send.isBusy}
        onChange={choose}
      />
      {file && (
        <SelectRow<ImportFormat> label={t('knowledge.format')} value={format} options={FORMATS} onChange={setFormat} />
      )}
      {send.isBusy && <Progress label={t('knowledge.uploading')} share={null} />}
      {send.error && <Problem error={send.error} />}
      <Actions>
        {upload(false)}
        {upload(true)}
      </Actions>
    </Section>
  );
}
