export type Licensed = { path: string; licence: string | null };

/** Licences that let a product be run and sold without giving its own sources away. */
const ALLOWED = new Set([
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'],
  ...['BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0', 'Unlicense'],
  // MIT without the duty to name the author.
  'MIT-0',
]);

export const findRefused = (packages: Licensed[]): Licensed[] => packages.filter(({ licence }) => !isAllowed(licence));

/** Of alternatives one is enough, of several at once each must be allowed; nested expressions are for a human to read. */
function isAllowed(licence: string | null): boolean {
  const expression = licence?.replace(/^\(([^()]+)\)$/, '$1') ?? '';
  if (/[()]/.test(expression)) return false;
  return expression.split(' OR ').some((all) => all.split(' AND ').every((one) => ALLOWED.has(one.trim())));
}
