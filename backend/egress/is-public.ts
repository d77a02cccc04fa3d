import ipaddr from 'ipaddr.js';

/**
 * Whether an address is one of the internet's: not of this machine, of a network around it or of a cloud's metadata, and not
 * one that carries another address inside, such as IPv4 in IPv6.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  // All that is given out to the internet's networks in IPv6.
  const given = !(parsed instanceof ipaddr.IPv6) || parsed.match(ipaddr.IPv6.parse('2000::'), 3);
  return given && parsed.range() === 'unicast';
}

/** The address that stands in a URL in place of a name, without an IPv6 one's brackets; null for a name. */
export function addressIn(hostname: string): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return ipaddr.isValid(bare) ? bare : null;
}
