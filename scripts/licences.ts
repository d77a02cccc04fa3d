import { findRefused, type Licensed } from './licence-rules.ts';
import { listShipped, readLock } from './shipped-packages.ts';

const nameOf = ({ path }: Licensed) => path.replace(/^.*node_modules\//, '');

const shipped = listShipped(readLock());
for (const [licence, packages] of Object.entries(Object.groupBy(shipped, ({ licence }) => licence ?? 'none')))
  console.log(`${licence}\n  ${(packages ?? []).map(nameOf).join(', ')}`);
const refused = findRefused(shipped);
for (const { path, licence } of refused)
  console.error(`${path}: ${licence ?? 'no licence'} is not among those allowed`);
process.exitCode = refused.length > 0 ? 1 : 0;
