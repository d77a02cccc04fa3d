import { useRead } from '../../api/useResource.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { Decided } from './Decided.tsx';

export function ById({ id }: { id: string }) {
  return <Loaded resource={useRead('readDecision', { id })}>{(view) => <Decided view={view} />}</Loaded>;
}
