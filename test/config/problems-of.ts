import { ConfigError, loadConfig } from '../../server/config/config.ts'

/** What is wrong with a configuration, by the variable's name; empty when it is taken. */
export function problemsOf(shell: Record<string, string>, envFile?: string): Record<string, string> {
  try {
    loadConfig(shell, envFile)
    return {}
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return Object.fromEntries(error.problems.map(({ name, problem }) => [name, problem]))
  }
}
