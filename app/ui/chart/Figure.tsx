import { type ReactNode, useId, useState } from 'react';
import styled from 'styled-components';
import { Small } from '../layout.tsx';
import { PressButton } from '../page/Choice.tsx';
import { usePageWords } from '../page/PageWords.tsx';
import { Legend, type LegendEntry } from './Legend.tsx';
import { useWidth } from './useWidth.ts';

const Box = styled.figure`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 12px;
  margin: 0;
`;

const Top = styled.div`
  display: flex;
  align-items: start;
  justify-content: space-between;
  gap: 16px;
  & > button {
    flex: none;
  }
`;

type Props = {
  label: string;
  /** What a look at it would tell, in words. */
  gist: string;
  legend: readonly LegendEntry[];
  /** The same numbers, a row for each place on the axis. */
  table: ReactNode;
  children(size: { width: number; label: string; describedBy: string }): ReactNode;
};

/** A drawing with its legend, its gist, and the switch to a table. */
export function Figure({ label, gist, legend, table, children }: Props) {
  const { t } = usePageWords();
  const id = useId();
  const [isTable, setTable] = useState(false);
  const [box, width] = useWidth<HTMLElement>();
  return (
    <Box ref={box} aria-label={label}>
      <Top>
        {isTable || legend.length === 0 ? <span /> : <Legend label={t('chart.legend')} entries={legend} />}
        <PressButton aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {t('chart.asTable')}
        </PressButton>
      </Top>
      {isTable ? table : children({ width, label, describedBy: id })}
      <Small as="figcaption" id={id}>
        {gist}
      </Small>
    </Box>
  );
}
