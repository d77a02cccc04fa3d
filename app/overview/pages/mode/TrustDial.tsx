import { useState } from 'react';
import type { TrustChange, TrustView } from '../../../../backend/contract/trust.ts';
import { Button } from '../../../ui/Button.tsx';
import { NumberRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions } from '../../../ui/page/Section.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { useAction } from '../../api/useAction.ts';
import { Problem } from '../../parts/Problem.tsx';
import { useSay } from '../../parts/Said.tsx';

type Props = TrustChange & { onChange(view: TrustView): void };

const inPercent = (share: number | null) => (share === null ? null : Math.round(share * 1_000) / 10);

/** The share of right decisions that is wanted of a field; nothing in it: no value stands by such evidence. */
export function TrustDial({ field, target, onChange }: Props) {
  const { t } = usePageWords();
  const client = useClient();
  const say = useSay();
  const [percent, setPercent] = useState(inPercent(target));
  const set = useAction(async () => {
    const share = percent === null ? null : percent / 100;
    onChange(await client.call('changeTrust', { body: { field, target: share } }));
    say(t('save.saved'));
  });
  return (
    <>
      <Actions style={{ alignItems: 'flex-end' }}>
        <div style={{ flex: '0 1 280px' }}>
          <NumberRow
            label={t('trust.target', { field: t(`trust.field.${field}`) })}
            hint={t('trust.targetHint')}
            min={50}
            max={99.9}
            value={percent}
            onChange={setPercent}
          />
        </div>
        <Button disabled={set.isBusy || percent === inPercent(target)} onClick={() => void set.run()}>
          {t('trust.set')}
        </Button>
      </Actions>
      {set.error && <Problem error={set.error} />}
    </>
  );
}
