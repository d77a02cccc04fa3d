export type Vector = { id: string; embedding: number[] };
export type Neighbour = { id: string /** 0–1, 1 = same direction. */; similarity: number };

/** One tenant's vectors of one embedder. Calls throw OutsideError. */
export type Collection = {
  upsert(vectors: Vector[]): Promise<void>;
  nearest(embedding: number[], count: number): Promise<Neighbour[]>;
  count(): Promise<number>;
  remove(ids: string[]): Promise<void>;
};

/** The only door to vectors: there is no way to ask without naming the tenant. */
export type Vectors = {
  forTenant(tenantId: string, embedderId: string): Collection;
  /** Takes a whole collection away; nothing happens where there is none. */
  drop(tenantId: string, embedderId: string): Promise<void>;
  isUp(): Promise<boolean>;
};

/** What a repair needs to see of a collection. Calls throw OutsideError; a collection that is not there is empty. */
export type Inspection = {
  /** Ids in an order that stays the same while nothing changes. */
  list(offset: number, limit: number): Promise<string[]>;
  /** Those of the ids that the collection knows. */
  findPresent(ids: string[]): Promise<string[]>;
  /** Those of the ids whose vectors can be read and are unit vectors. Throws when one of them cannot be read. */
  findSound(ids: string[]): Promise<string[]>;
};

/** Vectors as a repair sees them. */
export type RepairableVectors = Vectors & {
  inspect(tenantId: string, embedderId: string): Inspection;
  /** Starts the server again, where it is ours; false where it is not. `afresh`: on an empty store, for all tenants. */
  restart(options: { afresh: boolean }): Promise<boolean>;
};
