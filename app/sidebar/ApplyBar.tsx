import { Button } from '../ui/Button.tsx';
import { Line, Results, Small } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useWords } from '../ui/Words.tsx';
import type { Suggestion } from './useSuggestion.ts';

type Props = { suggestion: Suggestion; undecided: boolean; onIgnore: () => void };

export function ApplyBar({ suggestion, undecided, onIgnore }: Props) {
  const { t } = useWords();
  const { rows, applied, refused, undone } = suggestion;
  const selected = rows.filter((row) => row.selected);
  const names = refused.map((name) => t(`row.${name}`)).join(', ');
  const unchanged = rows.every(({ changes }) => changes.length === 0);
  return (
    <>
      <Results role="status">
        {refused.length > 0 && (
          <Notice tone="danger" title={t('apply.refusedTitle')}>
            {t('apply.refused', { fields: names })}
          </Notice>
        )}
        {applied > 0 && (
          <Notice tone="success" title={t('apply.done', { count: applied })}>
            {t('apply.doneText')}
          </Notice>
        )}
        {undone && <Small>{undoneText(t, undone)}</Small>}
      </Results>
      {selected.length > 0 && !undecided && (
        <Button
          wide
          shortcut="a"
          look={suggestion.edited ? 'primary' : 'plain'}
          onClick={() => void suggestion.apply(selected)}
        >
          {t('apply.all', { count: selected.length })}
        </Button>
      )}
      {applied > 0 && (
        <Button wide shortcut="u" onClick={() => void suggestion.undo()}>
          {t('apply.undo')}
        </Button>
      )}
      {applied === 0 && (
        <Line style={{ flexWrap: 'nowrap' }}>
          <Small>{t(unchanged ? 'apply.nothing' : 'apply.unsaved')}</Small>
          <Button look="quiet" shortcut="n" onClick={onIgnore}>
            {t('apply.notNow')}
          </Button>
        </Line>
      )}
    </>
  );
}

const undoneText = (t: ReturnType<typeof useWords>['t'], { restored, kept }: { restored: number; kept: number }) =>
  [t('apply.undone', { count: restored }), ...(kept > 0 ? [t('apply.kept', { count: kept })] : [])].join(' ');
