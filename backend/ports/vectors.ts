export type Vector = { id: string; embedding: number[] };
export type Neighbour = { id: string /** 0–1, 1 = same direction. */; similarity: number };

/** One tenant's vectors of one embedder. Calls throw OutsideError. */
export type Collection = {
  upsert(vectors: Vector[]): Promise<void>;
  nearest(embedding: number[], count: number): Promise<Neighbour[]>;
  count(): Promise<number>;
};

/** The only door to vectors: there is no way to ask without naming the tenant. */
export type Vectors = { forTenant(tenantId: string, embedderId: string): Collection; isUp(): Promise<boolean> };
