import { DataTable } from '../../../ui/page/DataTable.tsx';
import { usePageWords } from '../../../ui/page/PageWords.tsx';

/** `at`: a confidence, as it is written. `share`: how many of the engine's tickets. */
export type CurveRow = { engine: string; at: string; tickets: number; share: number; right: number };
type Props = { caption: string; head: string; rows: readonly CurveRow[] };

/** The points of a curve, engine by engine. */
export function CurveTable({ caption, head, rows }: Props) {
  const { t, number, percent } = usePageWords();
  const columns = [
    { key: 'at', head, kind: 'head' as const, cell: ({ at }: CurveRow) => at },
    { key: 'engine', head: t('confidence.engine'), cell: ({ engine }: CurveRow) => engine },
    {
      key: 'tickets',
      head: t('chart.tickets'),
      kind: 'number' as const,
      cell: ({ tickets }: CurveRow) => number(tickets),
    },
    {
      key: 'share',
      head: t('confidence.taken'),
      kind: 'number' as const,
      cell: ({ share }: CurveRow) => percent(share),
    },
    {
      key: 'right',
      head: t('confidence.right'),
      kind: 'number' as const,
      cell: ({ right }: CurveRow) => percent(right),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={({ engine, at, share }) => `${engine} ${at} ${share}`}
    />
  );
}
