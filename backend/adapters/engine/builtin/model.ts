import { fitTemperature } from './calibration.ts';
import { readTicket } from './features.ts';
import { fitHead, type Head, type Labelled } from './head.ts';
import type { LabelledTicket } from './labelled-ticket.ts';
import { fitVectoriser, type Vectoriser } from './vectoriser.ts';

export const HEADS = ['category', 'urgency', 'sentiment'] as const;
type HeadName = (typeof HEADS)[number];

export type Model = Record<HeadName, Head> & { vectoriser: Vectoriser; temperature: number };

export function trainModel(tickets: readonly LabelledTicket[]): Model {
  const readings = tickets.map(({ subject, text }) => readTicket(subject, text));
  const vectoriser = fitVectoriser(readings);
  const rows = readings.map(vectoriser.vectorise);
  const labelled = (name: HeadName): Labelled[] =>
    rows.flatMap((row, index) => {
      const label = tickets[index]?.[name];
      const secondary = name === 'category' ? (tickets[index]?.secondary ?? null) : null;
      return label === undefined ? [] : [{ row, label, secondary }];
    });
  const learn = (name: HeadName): Head => fitHead(labelled(name), vectoriser.size);
  return {
    vectoriser,
    category: learn('category'),
    urgency: learn('urgency'),
    sentiment: learn('sentiment'),
    temperature: fitTemperature(labelled('category'), vectoriser.size),
  };
}
