/** A sparse vector: `values[i]` stands in column `columns[i]`. */
export type Row = { columns: Int32Array; values: Float32Array };

/** Many rows in one block of memory: row i is what lies from `starts[i]` to `starts[i + 1]`. */
export type RowBlock = { starts: Int32Array; columns: Int32Array; values: Float32Array; squares: Float64Array };

export function toBlock(rows: readonly Row[]): RowBlock {
  const size = rows.reduce((sum, { columns }) => sum + columns.length, 0);
  const block = {
    starts: new Int32Array(rows.length + 1),
    columns: new Int32Array(size),
    values: new Float32Array(size),
    squares: new Float64Array(rows.length),
  };
  let at = 0;
  rows.forEach(({ columns, values }, index) => {
    block.columns.set(columns, at);
    block.values.set(values, at);
    block.squares[index] = values.reduce((sum, value) => sum + value * value, 0);
    at += columns.length;
    block.starts[index + 1] = at;
  });
  return block;
}
