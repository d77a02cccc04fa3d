import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { TextRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Section } from '../../../ui/page/Section.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { useAction } from '../../api/useAction.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { useSay } from '../../parts/Said.tsx';

/** A plain number is a ticket's. */
export const itemIdOf = (typed: string): string => typed.trim().replace(/^#?(\d+)$/, 'ticket:$1');

/** A person's word on one item, which holds against every later import. */
export function SingleItem({ onChange }: { onChange(): void }) {
  const { t } = usePageWords();
  const client = useClient();
  const say = useSay();
  const [typed, setTyped] = useState('');
  const [removes, setRemoves] = useState(false);
  const id = itemIdOf(typed);
  const done = (text: string) => {
    say(text);
    onChange();
  };
  const approve = useAction(async (gold: boolean) => {
    await client.call('approveItem', { body: { id, gold } });
    done(t(gold ? 'knowledge.approved' : 'knowledge.unapproved', { id }));
  });
  const remove = useAction(async () => {
    const { removed } = await client.call('removeItem', { query: { id } });
    setRemoves(false);
    done(t('knowledge.removed', { count: removed }));
  });
  const isOff = id === '' || approve.isBusy;
  return (
    <Section title={t('knowledge.item')} text={t('knowledge.itemText')}>
      <TextRow
        label={t('knowledge.itemId')}
        hint={t('knowledge.itemIdHint')}
        value={typed}
        maxLength={120}
        onChange={setTyped}
      />
      {approve.error && <Problem error={approve.error} />}
      <Actions>
        <Button disabled={isOff} onClick={() => void approve.run(true)}>
          {t('knowledge.approve')}
        </Button>
        <Button disabled={isOff} onClick={() => void approve.run(false)}>
          {t('knowledge.unapprove')}
        </Button>
        <Button disabled={isOff} onClick={() => setRemoves(true)}>
          {t('knowledge.remove')}
        </Button>
      </Actions>
      {removes && (
        <ConfirmDialog
          title={t('knowledge.removeAsk', { id })}
          verb={t('knowledge.remove')}
          isBusy={remove.isBusy}
          error={remove.error}
          onConfirm={remove.run}
          onClose={() => setRemoves(false)}
        >
          <p>{t('knowledge.removeText')}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
