import { useRef, useState } from 'react';
import type { RewriteHow } from '../../backend/contract/rewrite.ts';
import { Button } from '../ui/Button.tsx';
import { Line } from '../ui/layout.tsx';
import { Select } from '../ui/Select.tsx';
import { useWords } from '../ui/Words.tsx';

const WISHES = ['shorter', 'longer', 'friendlier', 'formal'] as const;

type Props = {
  /** That it may be translated to. */
  languages: readonly string[];
  busy: boolean;
  onAsk: (how: RewriteHow, language: string | null) => void;
  onBack: (() => void) | null;
};

/** A list and a button, so that no key that moves through the list asks for anything yet. */
export function DraftRewrite({ languages, busy, onAsk, onBack }: Props) {
  const { t, languageName } = useWords();
  const [chosen, choose] = useState('shorter');
  const button = useRef<HTMLButtonElement>(null);
  const wishes = WISHES.map((how) => ({ value: how as string, label: t(`rewrite.${how}`) }));
  const translations = languages.map((code) => ({
    value: code,
    label: t('rewrite.translate', { language: languageName(code) }),
  }));
  const options = [...wishes, ...translations];
  const value = options.some((option) => option.value === chosen) ? chosen : 'shorter';
  const ask = () => {
    const how = WISHES.find((wish) => wish === value);
    onAsk(how ?? 'translate', how ? null : value);
  };
  const back = () => {
    onBack?.();
    button.current?.focus();
  };
  return (
    <Line $start>
      <Select label={t('rewrite.label')} value={value} options={options} onChange={choose} />
      <Button ref={button} look="quiet" onClick={ask}>
        {t(busy ? 'rewrite.busy' : 'rewrite.ask')}
      </Button>
      {onBack && (
        <Button look="quiet" onClick={back}>
          {t('rewrite.back')}
        </Button>
      )}
    </Line>
  );
}
