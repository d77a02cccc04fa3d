import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { TextRow } from '../../../ui/form/rows.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions } from '../../../ui/page/Section.tsx';
import { codeOf } from './category-draft.ts';

type Props = { taken: Readonly<Record<string, string>>; onAdd(code: string, name: string): void };

export function AddSubcategory({ taken, onAdd }: Props) {
  const { t } = usePageWords();
  const [name, setName] = useState('');
  const code = codeOf(name);
  const add = () => {
    onAdd(code, name.trim());
    setName('');
  };
  return (
    <Actions style={{ alignItems: 'flex-end', marginBlockStart: 8 }}>
      <div style={{ flex: '0 1 260px' }}>
        <TextRow label={t('subcategory.add')} maxLength={48} value={name} onChange={setName} />
      </div>
      <Button disabled={!code || Object.hasOwn(taken, code)} onClick={add}>
        {t('common.add')}
      </Button>
    </Actions>
  );
}
