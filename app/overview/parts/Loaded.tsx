import type { ReactNode } from 'react';
import { Bones } from '../../ui/Bones.tsx';
import { Hidden } from '../../ui/layout.tsx';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import type { Resource } from '../api/useResource.ts';
import { Problem } from './Problem.tsx';

const SHAPE = [28, 120, 120];
type Props<T> = { resource: Resource<T>; shape?: readonly number[]; children: (value: T) => ReactNode };

/** What was read; its shape in grey before, and why not when it cannot be read. A value once shown stays. */
export const Loaded = <T,>({ resource, shape = SHAPE, children }: Props<T>) => (
  <>
    {resource.error && <Problem error={resource.error} onRetry={() => void resource.reload()} />}
    {resource.value !== null ? children(resource.value) : !resource.error && <Waiting shape={shape} />}
  </>
);

export function Waiting({ shape = SHAPE }: { shape?: readonly number[] }) {
  const { t } = usePageWords();
  return (
    <div role="status">
      <Hidden>{t('common.loading')}</Hidden>
      <Bones heights={shape} />
    </div>
  );
}
