import { Button } from '../ui/Button.tsx';
import { Line, Panel, Small } from '../ui/layout.tsx';
import { useWords } from '../ui/Words.tsx';

/** What is left of a suggestion after "Not now". */
export function Aside({ onShow }: { onShow: () => void }) {
  const { t } = useWords();
  return (
    <Panel>
      <Line>
        <Small>{t('aside.text')}</Small>
        <Button look="quiet" shortcut="n" onClick={onShow}>
          {t('aside.show')}
        </Button>
      </Line>
    </Panel>
  );
}
