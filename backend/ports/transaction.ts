/** Runs its statements in one transaction; what is handed in joins it. */
export type Transaction = { query<Row>(text: string, values?: unknown[]): Promise<Row[]> };
