import { Bones } from '../ui/Bones.tsx';
import { Panel, Small } from '../ui/layout.tsx';
import type { Key } from '../ui/translate.ts';
import { useWords } from '../ui/Words.tsx';

/** Header, summary, the rows, the apply button, the due line, the draft: the shape that comes. */
const SHAPE = [24, 40, 184, 32, 20, 200];

export function Loading({ label }: { label: Key }) {
  const { t } = useWords();
  return (
    <Panel>
      <Small role="status">{t(label)}</Small>
      <Bones heights={SHAPE} />
    </Panel>
  );
}
