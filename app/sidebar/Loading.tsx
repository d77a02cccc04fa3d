import { Bones } from '../ui/Bones.tsx';
import { Panel, Small } from '../ui/layout.tsx';
import type { Key } from '../ui/translate.ts';
import { useWords } from '../ui/Words.tsx';

/** Header, summary, the rows, the apply button, its note, the due line, the draft: the shape that comes. */
const SHAPE = [32, 40, 216, 32, 32, 23, 200];

export function Loading({ label }: { label: Key }) {
  const { t } = useWords();
  return (
    <Panel>
      <Small role="status">{t(label)}</Small>
      <Bones heights={SHAPE} />
    </Panel>
  );
}
