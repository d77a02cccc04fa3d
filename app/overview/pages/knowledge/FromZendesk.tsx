import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { RadioGroup } from '../../../ui/form/CheckGroup.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Hint, Section } from '../../../ui/page/Section.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { useAction } from '../../api/useAction.ts';
import { Problem } from '../../parts/Problem.tsx';
import { useSay } from '../../parts/Said.tsx';

type Reach = 'new' | 'all';

/** Solved tickets and articles, now instead of tonight. `isBusy`: one such import is under way. */
export function FromZendesk({ isBusy, onStart }: { isBusy: boolean; onStart(): void }) {
  const { t } = usePageWords();
  const client = useClient();
  const say = useSay();
  const [reach, setReach] = useState<Reach>('new');
  const start = useAction(async (dryRun: boolean) => {
    await client.call('startImport', { body: { source: 'helpdesk', all: reach === 'all', dryRun } });
    say(t('knowledge.started'));
    onStart();
  });
  const begin = (dryRun: boolean) => (
    <Button disabled={isBusy || start.isBusy} onClick={() => void start.run(dryRun)}>
      {t(dryRun ? 'knowledge.tryOut' : 'knowledge.start')}
    </Button>
  );
  return (
    <Section title={t('knowledge.fromZendesk')} text={t('knowledge.fromZendeskText')}>
      <RadioGroup<Reach>
        label={t('knowledge.reach')}
        name="reach"
        value={reach}
        options={[
          { value: 'new', label: t('knowledge.reachNew') },
          { value: 'all', label: t('knowledge.reachAll') },
        ]}
        onChange={setReach}
      />
      {isBusy && <Hint>{t('knowledge.busy')}</Hint>}
      {start.error && <Problem error={start.error} />}
      <Actions>
        {begin(false)}
        {begin(true)}
      </Actions>
    </Section>
  );
}
