export type ColorScheme = 'light' | 'dark';

const KEY = 'color-scheme';

export const currentScheme = (): ColorScheme => (document.documentElement.dataset.scheme === 'dark' ? 'dark' : 'light');

/** `?scheme=` wins over what the agent chose before. */
export function restoreScheme(): void {
  const asked = new URLSearchParams(location.search).get('scheme') ?? localStorage.getItem(KEY);
  applyScheme(asked === 'dark' ? 'dark' : 'light');
}

export function applyScheme(scheme: ColorScheme): void {
  document.documentElement.dataset.scheme = scheme;
  localStorage.setItem(KEY, scheme);
}
