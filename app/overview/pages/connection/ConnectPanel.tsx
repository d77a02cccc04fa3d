import { Button } from '../../../ui/Button.tsx';
import { Link } from '../../../ui/Link.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Section, Stack } from '../../../ui/page/Section.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { useConnect } from './useConnect.ts';

const STEPS = ['webhook', 'fields', 'groups', 'sidebar'] as const;

type Props = { isAgain: boolean; isConnected(): Promise<boolean> };

/** What connecting does, and the button for it. */
export function ConnectPanel({ isAgain, isConnected }: Props) {
  const { t } = usePageWords();
  const connect = useConnect(isConnected);
  return (
    <Section
      title={isAgain ? t('connect.againTitle') : t('connect.title')}
      text={isAgain ? t('connect.againText') : t('connect.text')}
    >
      <div>
        <p>{t('connect.will')}</p>
        <ul style={{ paddingInlineStart: 20 }}>
          {STEPS.map((step) => (
            <li key={step}>{t(`connect.${step}`)}</li>
          ))}
        </ul>
      </div>
      {connect.error && <Problem error={connect.error} />}
      <Stack role="status" style={{ gap: 8 }}>
        {connect.url && (
          <>
            <p>{connect.isBlocked ? t('connect.blocked') : t('connect.waiting')}</p>
            <p>
              <Link href={connect.url}>{t('connect.link')}</Link>
            </p>
          </>
        )}
      </Stack>
      <Actions>
        <Button look="primary" disabled={connect.isBusy} onClick={() => void connect.run()}>
          {t('connect.connect')}
        </Button>
      </Actions>
    </Section>
  );
}
