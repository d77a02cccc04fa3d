import type { ConnectionView } from '../../../../backend/contract/connection.ts';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { useClient } from '../../api/ClientContext.tsx';
import { useAction } from '../../api/useAction.ts';
import type { Resource } from '../../api/useResource.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { useSay } from '../../parts/Said.tsx';

export type Step = 'rotate' | 'disconnect' | 'remove';

type Props = { step: Step; tenant: string; resource: Resource<ConnectionView>; onClose(): void };

/** Asks whether it is really meant, and does it. */
export function AccountStep({ step, tenant, resource, onClose }: Props) {
  const { t } = usePageWords();
  const client = useClient();
  const say = useSay();
  const steps: Record<Step, () => Promise<unknown>> = {
    rotate: async () => resource.replace(await client.call('rotateSecret', {})),
    disconnect: () => client.call('disconnect', {}).then(resource.reload),
    remove: () => client.call('removeTenant', { body: { tenant } }).then(resource.reload),
  };
  const take = useAction(async () => {
    await steps[step]();
    say(t(`account.${step}.done`));
    onClose();
  });
  return (
    <ConfirmDialog
      title={t(`account.${step}.ask`)}
      verb={t(`account.${step}.verb`)}
      isBusy={take.isBusy}
      error={take.error}
      {...(step === 'remove' && { typed: { label: t('account.type', { tenant }), word: tenant } })}
      onConfirm={() => void take.run()}
      onClose={onClose}
    >
      <p>{t(`account.${step}.text`)}</p>
    </ConfirmDialog>
  );
}
