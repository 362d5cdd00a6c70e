// Counts and times for whoever runs this network, in Prometheus' text form.
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export type Metrics = {
  observe: (request: { label: string; status: number; seconds: number }) => void
  text: () => Promise<string>
}

/** Opens the figures of this process: one histogram of requests by endpoint, and what Node tells of itself. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'foyer_request_seconds',
    help: 'Time to answer, by endpoint and status.',
    labelNames: ['endpoint', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  return {
    observe: ({ label, status, seconds }) => requests.labels(label, String(status)).observe(seconds),
    text: () => registry.metrics(),
  }
}
