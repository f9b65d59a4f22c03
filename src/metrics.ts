import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

const registry = new Registry()
collectDefaultMetrics({ register: registry, prefix: 'longtable_' })
const ready = new Gauge({
  name: 'longtable_jobs_ready',
  help: 'Jobs that wait for a worker',
  registers: [registry],
})
const oldest = new Gauge({
  name: 'longtable_jobs_oldest_seconds',
  help: 'How long the oldest ready job has waited',
  registers: [registry],
})

/** The process and the job queue in Prometheus's text format. */
export async function measures(lag: { ready: number; oldestSeconds: number }): Promise<string> {
  ready.set(lag.ready)
  oldest.set(lag.oldestSeconds)
  return registry.metrics()
}
