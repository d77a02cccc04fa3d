import { useCallback } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/page/DataTable.tsx';
import { Dialog } from '../../ui/page/Dialog.tsx';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import { Actions } from '../../ui/page/Section.tsx';
import { useAction } from '../api/useAction.ts';
import { useResource } from '../api/useResource.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useSay } from '../parts/Said.tsx';
import type { SavedHead } from './document.ts';
import type { Draft } from './useDraft.ts';
import { useWho } from './useWho.ts';

/** Every version there was; any of them can be put in force again, as a new version. */
export function Versions<Body>({ draft, onClose }: { draft: Draft<Body>; onClose(): void }) {
  const { t, moment } = usePageWords();
  const say = useSay();
  const who = useWho();
  const { document } = draft;
  const versions = useResource(useCallback(() => document.list(), [document]));
  const revert = useAction(async (version: number) => {
    await draft.revert(version);
    say(t('version.reverted', { version }));
    onClose();
  });
  const columns = [
    { key: 'version', head: t('version.number'), cell: (row: SavedHead) => String(row.version), kind: 'head' as const },
    { key: 'when', head: t('version.when'), cell: (row: SavedHead) => (row.savedAt ? moment(row.savedAt) : '') },
    { key: 'who', head: t('version.who'), cell: who },
    { key: 'note', head: t('version.note'), cell: (row: SavedHead) => row.note },
    {
      key: 'revert',
      head: t('version.action'),
      cell: (row: SavedHead) =>
        row.version === draft.saved.version ? (
          t('version.inForce')
        ) : (
          <Button disabled={draft.isBusy || revert.isBusy} onClick={() => void revert.run(row.version)}>
            {t('version.revert', { version: row.version })}
          </Button>
        ),
    },
  ];
  return (
    <Dialog title={t('version.title')} isWide onClose={onClose}>
      {draft.isDirty && <p>{t('version.losesDraft')}</p>}
      {revert.error && <Problem error={revert.error} />}
      <Loaded resource={versions}>
        {(rows) => (
          <DataTable caption={t('version.title')} columns={columns} rows={rows} keyOf={(row) => String(row.version)} />
        )}
      </Loaded>
      <Actions style={{ justifyContent: 'flex-end' }}>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Actions>
    </Dialog>
  );
}
