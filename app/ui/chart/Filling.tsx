import { useId } from 'react';
import { type Look, useInk } from './series-look.ts';

type Place = { x: number; y: number; width: number; height: number };

/** A rectangle in a series' colour and hatching. */
export function Filling({ look, children, ...place }: Place & { look: Look; children?: React.ReactNode }) {
  const id = useId();
  return (
    <>
      {look.hatch !== null && <Hatching id={id} look={look} />}
      <rect {...place} fill={fillOf(look, id)}>
        {children}
      </rect>
    </>
  );
}

/** What to fill with once `Hatching` of that id is drawn. */
export const fillOf = ({ color, hatch }: Look, id: string) => (hatch === null ? color : `url(#${id})`);

export function Hatching({ id, look }: { id: string; look: Look }) {
  const { ground } = useInk();
  return (
    <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform={`rotate(${look.hatch})`}>
      <rect width={5} height={5} fill={look.color} />
      <rect width={1} height={5} fill={ground} opacity={0.7} />
    </pattern>
  );
}
