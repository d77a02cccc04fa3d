import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { LogFields } from '../ports/log.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export type Metrics = {
  /** Counts what a canonical line says. */
  count(event: string, fields: LogFields): void;
  read(): Promise<string>;
};

/** Prometheus metrics of this process, fed by the same lines as the log. */
export function createMetrics(queued: { waiting: () => Promise<number>; dead: () => Promise<number> }): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    name: 'triage_http_request_seconds',
    help: 'HTTP requests by route and status',
    labelNames: ['route', 'status'],
    buckets: SECONDS,
    registers: [register],
  });
  const jobs = new Histogram({
    name: 'triage_job_seconds',
    help: 'Jobs by name and outcome',
    labelNames: ['job', 'outcome'],
    buckets: SECONDS,
    registers: [register],
  });
  const faults = new Counter({
    name: 'triage_faults_total',
    help: 'Faults outside requests and jobs',
    labelNames: ['part'],
    registers: [register],
  });
  const reconciled = new Counter({
    name: 'triage_reconciled_tickets_total',
    help: 'Tickets that the reconciler looked at, and those that no delivery had told of',
    labelNames: ['found'],
    registers: [register],
  });
  for (const [state, count] of Object.entries(queued))
    new Gauge({
      name: `triage_jobs_${state}`,
      help: `Triage jobs that are ${state}, up to 1,000`,
      registers: [register],
      async collect() {
        this.set(await count().catch(() => Number.NaN));
      },
    });
  return {
    count(event, fields) {
      const seconds = Number(fields.ms ?? 0) / 1000;
      if (event === 'request')
        requests.observe({ route: String(fields.route), status: String(fields.status) }, seconds);
      if (event === 'job') jobs.observe({ job: String(fields.job), outcome: String(fields.outcome) }, seconds);
      if (event === 'reconciled')
        for (const found of ['lookedAt', 'untriaged', 'unfollowed'])
          reconciled.inc({ found }, Number(fields[found] ?? 0));
      if (event === 'fault') faults.inc({ part: String(fields.part) });
    },
    read: () => register.metrics(),
  };
}
