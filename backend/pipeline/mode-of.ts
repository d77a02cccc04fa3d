import type { Mode } from '../contract/settings.ts';
import type { Triage } from '../contract/triage.ts';
import type { Tenant } from '../ports/tenant.ts';

/** How far the account lets us go with this ticket: as far as with its category. */
export const modeOf = (
  { mode, modeOf: ofCategory }: Pick<Tenant, 'mode' | 'modeOf'>,
  { classification }: Pick<Triage, 'classification'>,
): Mode => (classification && ofCategory[classification.category]) ?? mode;
