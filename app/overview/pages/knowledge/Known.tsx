import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Progress } from '../../../ui/page/Progress.tsx';
import { Code, Hint, Section } from '../../../ui/page/Section.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import type { OutputOf } from '../../api/routes.ts';
import { useAction } from '../../api/useAction.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { useSay } from '../../parts/Said.tsx';
import { Facts } from '../Facts.tsx';

type View = OutputOf<'readKnowledge'>;
const COUNTS = ['tickets', 'articles', 'gold', 'duplicates', 'superseded', 'stale'] as const;

/** How much is known, and how far the search has it. */
export function Known({ view, onChange }: { view: View; onChange(): void }) {
  const { t, number } = usePageWords();
  const [asks, setAsks] = useState(false);
  const counts = { ...view, tickets: view.items - view.articles };
  return (
    <Section
      title={t('knowledge.known')}
      text={t('knowledge.knownText')}
      actions={<Button onClick={() => setAsks(true)}>{t('knowledge.rebuild')}</Button>}
    >
      <Facts facts={COUNTS.map((count) => [t(`knowledge.count.${count}`), number(counts[count])])} />
      <Index index={view.index} />
      {asks && <Rebuild onDone={onChange} onClose={() => setAsks(false)} />}
    </Section>
  );
}

function Index({ index: { serving, configured, embedded, missing } }: { index: View['index'] }) {
  const { t, number } = usePageWords();
  const all = embedded + missing;
  return (
    <div>
      <h3>{t('knowledge.index')}</h3>
      {missing > 0 && <Progress label={t('knowledge.index')} share={embedded / all} />}
      <Hint>
        {missing > 0
          ? t('knowledge.indexing', { done: number(embedded), all: number(all) })
          : t(all > 0 ? 'knowledge.indexed' : 'knowledge.indexEmpty')}{' '}
        {serving !== null && serving !== configured && t('knowledge.moving')} <Code>{serving ?? configured}</Code>
        {serving !== null && serving !== configured && <Code>{` → ${configured}`}</Code>}
      </Hint>
    </div>
  );
}

function Rebuild({ onDone, onClose }: { onDone(): void; onClose(): void }) {
  const { t } = usePageWords();
  const client = useClient();
  const say = useSay();
  const rebuild = useAction(async () => {
    await client.call('rebuildIndex', {});
    say(t('knowledge.rebuilding'));
    onDone();
    onClose();
  });
  return (
    <ConfirmDialog
      title={t('knowledge.rebuild')}
      verb={t('knowledge.rebuild')}
      onConfirm={rebuild.run}
      onClose={onClose}
      isBusy={rebuild.isBusy}
      error={rebuild.error}
    >
      <p>{t('knowledge.rebuildText')}</p>
    </ConfirmDialog>
  );
}
