import { Blank } from '../../ui/Blank.tsx';

/** Nothing here yet; `text` says what will appear, and when. */
export const EmptyState = ({ title, text }: { title: string; text: string }) => (
  <Blank icon="empty" title={title} text={text} />
);
