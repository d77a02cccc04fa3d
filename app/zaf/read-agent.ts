import type { Frame } from './frame.ts';

export type Agent = { id: string | null; locale: string };

export async function readAgent(frame: Frame): Promise<Agent> {
  const { currentUser } = await frame.read(['currentUser']).catch(() => ({ currentUser: undefined }));
  return { id: currentUser?.id === undefined ? null : String(currentUser.id), locale: currentUser?.locale ?? 'en' };
}
