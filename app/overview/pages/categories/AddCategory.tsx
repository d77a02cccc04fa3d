import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';
import { NewCategory } from './NewCategory.tsx';

export function AddCategory() {
  const { t } = usePageWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('category.add')}</Button>
      {isOpen && <NewCategory onClose={() => setOpen(false)} />}
    </>
  );
}
