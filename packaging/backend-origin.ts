/** The origin of a backend's address. Throws with the reason when Zendesk could not reach it safely. */
export function readBackendOrigin(address: string): string {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error(`--backend ${address} is not a web address such as https://triage.example.com`);
  if (url.protocol !== 'https:' && url.hostname !== 'localhost')
    throw new Error(`--backend ${address} must begin with https://; only localhost may do without`);
  if (url.href !== `${url.origin}/`)
    throw new Error(`--backend ${address} must end after the host, as in ${url.origin}`);
  return url.origin;
}
