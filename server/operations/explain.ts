import { ConfigError } from '../config/config.ts'

/** What went wrong at start, for the person who started it. */
export function explain(error: unknown): string {
  if (error instanceof ConfigError) {
    const lines = error.problems.map(({ name, problem }) => `  ${name} ${problem}`)
    return ['The configuration (shell or .env) has problems:', ...lines].join('\n')
  }
  const { code, message, stack, name } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program. Choose another one: PORT=8001 npm start'
  if (
    ['DataInUseError', 'NewerDatabaseError', 'StorageFullError', 'StorageUnavailableError'].includes(name)
  ) {
    return `Cannot start: ${message}.`
  }
  // The operating system's own words name the folder.
  if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'].includes(code ?? '')) {
    return `Cannot start: ${message}.`
  }
  return `Cannot start: ${stack ?? message}`
}
