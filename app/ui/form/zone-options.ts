// Browsers leave UTC out of what they support, and names of old, which may have been saved.
const ZONES = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

/** Every time zone that this browser knows, and the one that is chosen. */
export const zoneOptions = (chosen: string) =>
  [...new Set([...ZONES, chosen])].map((zone) => ({ value: zone, label: zone }));
