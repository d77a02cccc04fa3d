import { Component, type ReactNode } from 'react';
import type { ApiError } from '../../api/api-error.ts';
import { usePageWords } from '../../ui/page/PageWords.tsx';
import { asApiError } from '../api/useResource.ts';
import { Problem } from './Problem.tsx';

type Props = { children: ReactNode };

/** A page that breaks, or cannot be fetched, leaves the menu and what is being edited as they are. */
export class Caught extends Component<Props, { error: ApiError | null }> {
  override state: { error: ApiError | null } = { error: null };

  static getDerivedStateFromError(failure: unknown) {
    return { error: asApiError(failure) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <>
        <Problem error={error} onRetry={() => this.setState({ error: null })} />
        {error.code === 'failed' && <Reopen />}
      </>
    );
  }
}

/** A part that cannot be fetched or an answer that does not fit comes mostly of a page that is older than its backend. */
function Reopen() {
  const { t } = usePageWords();
  return <p>{t('common.reopen')}</p>;
}
