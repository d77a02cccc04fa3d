import { Hono } from 'hono';
import type { Account } from '../account.ts';
import { ApiError, badRequest, notFound } from '../errors.ts';
import { type Ctx, readJson, type ZendeskEnv } from '../http.ts';
import { findPackageFaults } from '../package-check.ts';
import { type InstalledApp, nextId } from '../state.ts';

const MOST_BYTES = 20_000_000;
type Job = { status: 'completed'; message: string; app_id: number };

/** What zcli calls to validate, upload, create and update an app. */
export function appRoutes(account: Account) {
  const { state } = account;
  const uploads = new Set<number>();
  const jobs = new Map<string, Job>();
  const startJob = (app: InstalledApp, message: string) => {
    const id = `job-${nextId(state)}`;
    jobs.set(id, { status: 'completed', message, app_id: app.id });
    account.touched();
    return { job_id: id };
  };
  const takeUpload = (id: unknown) => {
    if (!uploads.delete(Number(id)))
      throw new ApiError(422, { error: 'RecordInvalid', description: 'upload_id is unknown' });
  };
  return new Hono<ZendeskEnv>()
    .post('/v2/apps/validate', async (c) => {
      refuseFaults(await readUpload(c, 'file'));
      return c.json({ status: 'OK' });
    })
    .post('/v2/apps/uploads', async (c) => {
      refuseFaults(await readUpload(c, 'uploaded_data'));
      const id = nextId(state);
      uploads.add(id);
      return c.json({ id }, 201);
    })
    .post('/apps', async (c) => {
      const { upload_id, name } = await readJson(c);
      takeUpload(upload_id);
      const app = { id: nextId(state), name: String(name), installation_id: null, settings: {} };
      state.apps.push(app);
      return c.json(startJob(app, 'App created'), 202);
    })
    .put('/v2/apps/:id', async (c) => {
      const app = state.apps.find(({ id }) => id === Number(c.req.param('id')));
      if (app === undefined) throw notFound();
      takeUpload((await readJson(c)).upload_id);
      return c.json(startJob(app, 'App updated'), 202);
    })
    .get('/v2/apps/job_statuses/:id', (c) => {
      const job = jobs.get(c.req.param('id'));
      if (job === undefined) throw notFound();
      return c.json({ id: c.req.param('id'), ...job });
    });
}

async function readUpload(c: Ctx, part: string): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > MOST_BYTES) throw new ApiError(413, { error: 'PayloadTooLarge' });
  const form = await c.req.formData().catch(() => null);
  const file = form?.get(part);
  if (!(file instanceof File)) throw badRequest(`The form holds no file named ${part}`);
  return new Uint8Array(await file.arrayBuffer());
}

function refuseFaults(zip: Uint8Array): void {
  const faults = findPackageFaults(zip);
  if (faults.length > 0) throw new ApiError(422, { error: 'RecordInvalid', description: faults.join('\n') });
}
