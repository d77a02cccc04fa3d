const FEWEST = 4;
const FEWEST_CLOSE = 3;
const CLOSE = 25;
const COORDINATES = /^\(?-?\d{1,3}\.\d{3,8}[ ,;/]{1,3}-?\d{1,3}\.\d{3,8}\)?$/;
const ISBN = /^97[89][- ]\d{1,5}[- ]\d{1,7}[- ]\d{1,7}[- ]\d$/;

/** `1 2 3 4 5`, `2023 2024 2025`, a place on the map, a book: groups of digits that are no one's number. */
export const isNumberRow = (written: string): boolean =>
  COORDINATES.test(written) || ISBN.test(written) || isSeries(written.trim().split(/[ ,;/]{1,3}/));

function isSeries(groups: readonly string[]): boolean {
  if (groups.length < FEWEST_CLOSE || !groups.every((group) => /^[1-9]\d{0,8}$/.test(group))) return false;
  const step = Number(groups[1]) - Number(groups[0]);
  const isEven = groups.every((group, index) => index === 0 || Number(group) - Number(groups[index - 1]) === step);
  return isEven && step !== 0 && (groups.length >= FEWEST || Math.abs(step) <= CLOSE);
}
