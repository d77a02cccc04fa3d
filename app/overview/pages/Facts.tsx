import type { ReactNode } from 'react';
import { Small } from '../../ui/layout.tsx';
import { Grid } from '../../ui/page/Section.tsx';

export type Fact = readonly [name: string, value: ReactNode];

/** Names and what they come to, as many beside each other as there is room for. */
export const Facts = ({ facts, width = 120 }: { facts: readonly Fact[]; width?: number }) => (
  <Grid as="dl" $width={width} style={{ gap: '12px 16px', margin: 0 }}>
    {facts.map(([name, value]) => (
      <div key={name}>
        <Small as="dt">{name}</Small>
        <dd style={{ margin: 0, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' }}>{value}</dd>
      </div>
    ))}
  </Grid>
);
