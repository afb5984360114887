import { ConfigError } from '../config/config.ts'
import { StorageIncompleteError } from '../errors.ts'

/** Explains why the server did not start, to the person who started it. */
export function explain(error: unknown): string {
  if (error instanceof ConfigError) {
    const lines = error.problems.map(({ name, problem }) => `  ${name} ${problem}`)
    return ['The configuration (shell or .env) has problems:', ...lines].join('\n')
  }
  if (error instanceof StorageIncompleteError) {
    const lines = error.findings.flatMap(({ message, fix }) => [`  ${message}`, `    -> ${fix}`])
    return [
      'The storage is not set up completely:',
      ...lines,
      'To create all that is missing, after showing what it will do: npm run doctor -- --repair',
    ].join('\n')
  }
  const { code, message, stack, name } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program. Choose another one: PORT=8001 npm start'
  if (
    [
      'DataInUseError',
      'NewerDatabaseError',
      'DatabaseLostError',
      'StorageNewerError',
      'StorageFullError',
      'StorageUnavailableError',
    ].includes(name)
  ) {
    return `Cannot start: ${message}.`
  }
  // The operating system's message names the folder.
  if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'].includes(code ?? '')) {
    return `Cannot start: ${message}.`
  }
  return `Cannot start: ${stack ?? message}`
}
