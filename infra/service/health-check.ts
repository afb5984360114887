/** Whether the process in the container answers; the same as HEALTHCHECK of the Dockerfile, which Fargate ignores. */
export const HEALTH_CHECK = [
  'node',
  '-e',
  "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))",
]
