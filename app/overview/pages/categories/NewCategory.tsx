import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { LinesRow } from '../../../ui/form/LinesRow.tsx';
import { TextRow } from '../../../ui/form/rows.tsx';
import { Dialog } from '../../../ui/page/Dialog.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { Actions, Code } from '../../../ui/page/Section.tsx';
import { useSettings } from '../../settings.tsx';
import { changeCategory, codeOf } from './category-draft.ts';

export function NewCategory({ onClose }: { onClose(): void }) {
  const { t } = usePageWords();
  const { body, edit } = useSettings();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const code = codeOf(name);
  const isTaken = Object.hasOwn(body.taxonomy.categories, code);
  const hasNoCode = code === '' && name.trim() !== '';
  const fault = isTaken ? t('category.taken') : hasNoCode ? t('category.noCode') : undefined;
  const add = () => {
    changeCategory(edit, code, { description });
    onClose();
  };
  return (
    <Dialog title={t('category.add')} onClose={onClose}>
      <TextRow
        label={t('category.name')}
        hint={code && <CodeOf code={code} />}
        value={name}
        maxLength={48}
        error={fault}
        onChange={setName}
      />
      <LinesRow
        label={t('category.description')}
        hint={t('category.descriptionHint')}
        lines={3}
        maxLength={400}
        value={description}
        onChange={setDescription}
      />
      <Actions style={{ justifyContent: 'flex-end' }}>
        <Button look="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" disabled={!code || isTaken || !description.trim()} onClick={add}>
          {t('common.add')}
        </Button>
      </Actions>
    </Dialog>
  );
}

function CodeOf({ code }: { code: string }) {
  const { t } = usePageWords();
  return (
    <>
      {t('category.code')} <Code>{code}</Code>
    </>
  );
}
