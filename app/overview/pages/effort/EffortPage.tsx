import type { Effort } from '../../../../backend/contract/overview.ts';
import { useRead } from '../../api/useResource.ts';
import { CsvButton } from '../../parts/CsvButton.tsx';
import { eachDay } from '../../parts/days.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { RangeBar } from '../../parts/RangeBar.tsx';
import { useRange } from '../../parts/useRange.ts';
import { FirstReplies } from './FirstReplies.tsx';
import { TimeSaved } from './TimeSaved.tsx';

/** How soon customers are answered, and what agents need not do by hand any more. */
export function EffortPage() {
  const range = useRange();
  const effort = useRead('readEffort', { query: range.query });
  return (
    <>
      <RangeBar range={range} view={effort.value}>
        {effort.value && <Save effort={effort.value} />}
      </RangeBar>
      <Loaded resource={effort} shape={[360, 360]}>
        {(value) => (
          <>
            <FirstReplies effort={value} range={range} />
            <TimeSaved effort={value} range={range} />
          </>
        )}
      </Loaded>
    </>
  );
}

const HEAD = [
  'day',
  'replied',
  'medianHours',
  'p90Hours',
  'kept',
  'broken',
  'fields',
  'draftCharacters',
  'secondsSaved',
] as const;

/** A row a day on which something happened. */
function Save({ effort }: { effort: Effort }) {
  const rows = eachDay(effort).flatMap((day) => {
    const replies = effort.firstReplies.find((each) => each.day === day);
    const saved = effort.timeSaved.find((each) => each.day === day);
    if (!replies && !saved) return [];
    const row = { day, ...replies, ...saved, secondsSaved: saved?.seconds };
    return [HEAD.map((column) => row[column])];
  });
  return <CsvButton name="effort" range={effort} head={HEAD} rows={rows} />;
}
