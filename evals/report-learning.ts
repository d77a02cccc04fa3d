import { z } from 'zod';
import { drawLearning } from './draw-outcomes.ts';
import type { Taken } from './report-plan.ts';

const learnedSchema = z.object({ curve: z.array(z.object({ n: z.number(), accuracy: z.number() })).min(1) });

/** The learning curves of a group in one picture; none where none was measured. */
export function renderLearning(group: string, taken: readonly Taken[]): string {
  const curves = taken.flatMap(({ title, result }) => {
    const found = learnedSchema.safeParse(result);
    return found.success ? [[title, found.data.curve] as const] : [];
  });
  return curves.length === 0 ? '' : drawLearning(Object.fromEntries(curves), group);
}
