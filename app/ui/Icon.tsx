const SHAPES = {
  apply: 'M2.5 8.5 6 12l7.5-8',
  edit: 'M3 13l.6-3L11 2.6l2.4 2.4L6 12.4zM9.4 4.2l2.4 2.4',
  refresh: 'M13.5 8A5.5 5.5 0 1 1 11.6 3.8M13.5 1.5v3h-3',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 4.6V8l2.3 1.6',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  empty: 'M3 2.5h10v11H3zM5.5 6h5M5.5 9h3',
  plug: 'M5.5 2v3M10.5 2v3M4 5.5h8V8a4 4 0 0 1-8 0zM8 12v2.5',
} as const;

export type IconName = keyof typeof SHAPES;

export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path d={SHAPES[name]} fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);
