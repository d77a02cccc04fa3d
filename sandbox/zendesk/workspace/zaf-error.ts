/** An answer's error for one path. Without a `name` the app's SDK would resolve instead of reject. */
export class ZafError extends Error {
  override readonly name = 'APIError';
}

export const noSuchApi = () => new ZafError('No such Api');

export function errorShape(error: unknown, path?: string): { name: string; message: string; path?: string } {
  const { name, message } = error instanceof Error ? error : new ZafError(String(error));
  return path === undefined ? { name, message } : { name, message, path };
}
