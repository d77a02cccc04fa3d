import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import { PlainCopy } from '../../ui/page/PlainFields.tsx';
import { copyText } from './copy-text.ts';
import { segmentsOf } from './link-path.ts';
import { useSay } from './Said.tsx';
import { usePlaceQuery } from './usePlace.ts';

/** `address`: of the app in Zendesk, since nobody sees that of this page. */
type Props = { address: string; page: string };

/** Gives a link to what is shown. */
export function CopyLink({ address, page }: Props) {
  const { t } = usePageWords();
  const say = useSay();
  const [query] = usePlaceQuery();
  const [refusals, setRefusals] = useState(0);
  const link = `${address}/${segmentsOf(page, query)}`;
  const copy = async () => {
    const isCopied = await copyText(link);
    setRefusals((before) => (isCopied ? 0 : before + 1));
    if (isCopied) say(t('link.copied'));
  };
  return (
    <div style={{ display: 'grid', gap: 4, justifyItems: 'end', minWidth: 0 }}>
      <Button onClick={copy}>{t('link.copy')}</Button>
      {refusals > 0 && <PlainCopy key={refusals} label={t('link.byHand')} value={link} />}
    </div>
  );
}
