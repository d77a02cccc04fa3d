const MULTIPLIER = 0x9e3779b1;

/** Which column a 32-bit hash stands in, -1 for none (open addressing): the hash at place i has column i; hashes must differ. */
export function createColumnIndex(hashes: Uint32Array): (hash: number) => number {
  const bits = Math.max(4, 33 - Math.clz32(hashes.length));
  const mask = (1 << bits) - 1;
  const slots = new Int32Array(1 << bits).fill(-1);
  const slotOf = (hash: number): number => Math.imul(hash, MULTIPLIER) >>> (32 - bits);
  hashes.forEach((hash, column) => {
    let slot = slotOf(hash);
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = column;
  });
  return (hash) => {
    for (let slot = slotOf(hash); ; slot = (slot + 1) & mask) {
      const column = slots[slot] as number;
      if (column < 0 || hashes[column] === hash) return column;
    }
  };
}
