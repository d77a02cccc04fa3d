/** `note` is shown where the pointer rests on it and in the table, such as the number of tickets behind it. */
export type LinePoint = { x: number; y: number; note?: string };
export type Line = { key: string; label: string; points: readonly LinePoint[] };
/** `domain`: what is drawn at least. `whole`: only whole numbers are written beside it, such as days. */
export type Axis = {
  label: string;
  format(value: number): string;
  domain?: readonly [number, number];
  whole?: boolean;
};
