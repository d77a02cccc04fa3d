import { lazy, Suspense, useRef, useState } from 'react';
import { IconButton } from '../ui/IconButton.tsx';
import { Old, Small, Strong } from '../ui/layout.tsx';
import { RowActions, RowLine, RowName, RowValue } from '../ui/rows.tsx';
import { useWords } from '../ui/Words.tsx';
import { detailFor, type RowContext, wordFor } from './row-words.ts';
import { isLower, type Row } from './rows.ts';

const Select = lazy(() => import('../ui/Select.tsx').then(({ Select }) => ({ default: Select })));

const NONE = { value: '', label: '—' };

type Props = {
  row: Row;
  context: RowContext;
  setKey: string | undefined;
  editKey: string;
  onChoose: (value: string) => void;
  onApply: () => void;
};

export function SuggestionRow({ row, context, setKey, editKey, onChoose, onApply }: Props) {
  const words = useWords();
  const { t } = words;
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const name = t(`row.${row.name}`);
  const word = (value: string) => wordFor(words, context, row.name, value);
  const value = row.chosen === null ? words.name('team', context.routing?.team ?? '') : word(row.chosen);
  const selected = row.undecided ? null : row.chosen;
  const option = (slug: string) => ({ value: slug, label: word(slug) });
  const close = () => {
    setEditing(false);
    pencil.current?.focus();
  };
  const choose = (next: string) => {
    close();
    onChoose(next);
  };
  return (
    <RowLine>
      <RowName>{name}</RowName>
      <RowValue>
        {editing ? (
          <Suspense fallback={<Strong>{value}</Strong>}>
            <Select
              autoFocus
              label={t('rows.edit', { name })}
              value={selected ?? ''}
              options={[...(selected === null ? [NONE] : []), ...row.options.map(option)]}
              onChange={choose}
              onDismiss={close}
            />
          </Suspense>
        ) : (
          <Value row={row} context={context} value={value} />
        )}
      </RowValue>
      <RowActions>
        {row.changes.length > 0 && !row.undecided && (
          <IconButton
            icon="apply"
            label={t('rows.set', { name, value })}
            {...(setKey && { shortcut: setKey })}
            onClick={onApply}
          />
        )}
        {row.options.length > 1 && (
          <IconButton
            ref={pencil}
            icon="edit"
            label={t('rows.edit', { name })}
            expanded={editing}
            shortcut={editKey}
            onClick={() => setEditing(!editing)}
          />
        )}
      </RowActions>
    </RowLine>
  );
}

function Value({ row, context, value }: { row: Row; context: RowContext; value: string }) {
  const words = useWords();
  const { t } = words;
  if (row.undecided) return <Small>{t('rows.undecided')}</Small>;
  const old = row.changes.length > 0 && row.current !== null && row.current !== row.chosen ? row.current : null;
  const detail = detailFor(words, context, row);
  const lower = row.name === 'urgency' && isLower(row.chosen, row.current);
  return (
    <>
      {old && <Old>{wordFor(words, context, row.name, old)}</Old>}
      <Strong>{value}</Strong>
      {detail && (
        <>
          {' '}
          <Small as="bdi" dir="auto">
            {detail}
          </Small>
        </>
      )}
      {row.chosen === null && <Small>{t('rows.noGroup')}</Small>}
      {row.changes.length > 0 && !row.selected && <Small>{t(lower ? 'rows.lower' : 'rows.leftOut')}</Small>}
    </>
  );
}
