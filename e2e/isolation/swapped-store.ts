import type { Store } from '../../backend/ports/store.ts';

type Method = (...given: unknown[]) => unknown;

/**
 * A store whose callers have lost the check of whose data they ask for: where one account is named, the other one is asked
 * about. `swapped`: the methods that were.
 */
export function swapTenant(store: Store, own: string, other: string): { store: Store; swapped: Set<string> } {
  const swapped = new Set<string>();
  const swap = (name: string, given: unknown): unknown => {
    const isNamed = given === own;
    const names = typeof given === 'object' && given !== null && 'tenantId' in given && given.tenantId === own;
    if (isNamed || names) swapped.add(name);
    if (isNamed) return other;
    return names ? { ...given, tenantId: other } : given;
  };
  const methods = Object.entries(store).map(([name, method]) => [
    name,
    (...given: unknown[]) => (method as Method)(...given.map((one) => swap(name, one))),
  ]);
  return { store: Object.fromEntries(methods) as Store, swapped };
}
