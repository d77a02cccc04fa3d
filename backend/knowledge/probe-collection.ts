import { OutsideError, type OutsideErrorCode } from '../ports/errors.ts';
import type { RepairableVectors } from '../ports/vectors.ts';

/** Spread over the whole collection, so that a part that is lost shows. */
const PLACES = 5;
const SAMPLES_A_PLACE = 20;
const NEAREST = 10;
/** A server that such a collection takes down is back within this time where it is ours. */
const BACK_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 200;
/** So often in a row, with the server up in between: then it is the collection. */
const STRIKES = 3;

/** What says that it is the collection's fault, and not ours or the network's. */
const DAMAGE: ReadonlySet<OutsideErrorCode> = new Set(['server_error', 'rejected', 'bad_answer']);
/** What may be its fault: damaged files can end the server, and then nobody answers. */
const DOUBTFUL: ReadonlySet<OutsideErrorCode> = new Set(['unreachable', 'timeout']);

type Place = { tenantId: string; embedderId: string; dimensions: number };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function comesBack(vectors: RepairableVectors, withinMs: number): Promise<boolean> {
  const endsAt = performance.now() + withinMs;
  while (performance.now() < endsAt) {
    if (await vectors.isUp()) return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
}

/** Asks in every way that it is used, and reads some of its vectors. Says whether all of it was as it should be. */
async function tryOut({ tenantId, embedderId, dimensions }: Place, vectors: RepairableVectors): Promise<boolean> {
  const collection = vectors.forTenant(tenantId, embedderId);
  const inspection = vectors.inspect(tenantId, embedderId);
  const count = await collection.count();
  if (count === 0) return true;
  const direction = Array.from({ length: dimensions }, () => 1 / Math.sqrt(dimensions));
  const nearest = await collection.nearest(direction, NEAREST);
  if (nearest.length < Math.min(NEAREST, count)) return false;
  for (let place = 0; place < PLACES; place += 1) {
    const ids = await inspection.list(Math.floor((place * count) / PLACES), SAMPLES_A_PLACE);
    const sound = await inspection.findSound(ids);
    if (sound.length < ids.length) return false;
  }
  return true;
}

/**
 * Whether a collection can be read. One that is not there can: it is empty. Throws OutsideError when the server is down,
 * which says nothing of its collections.
 */
export async function probeCollection(
  place: Place,
  vectors: RepairableVectors,
  backWithinMs = BACK_WITHIN_MS,
): Promise<boolean> {
  for (let strikes = 1; ; strikes += 1) {
    try {
      // An item that is removed while it is asked about looks like a lost one: only what is lost each time is.
      if (await tryOut(place, vectors)) return true;
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      const damaged = DAMAGE.has(error.code);
      if (!damaged && !DOUBTFUL.has(error.code)) throw error;
      if (!(await comesBack(vectors, backWithinMs))) throw error;
    }
    if (strikes === STRIKES) return false;
  }
}
