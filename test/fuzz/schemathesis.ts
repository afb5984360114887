import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { signUp, startApp } from '../support/app.ts'
import { createScriptedReader } from '../support/receipts.ts'

/** Lets schemathesis test a server that runs for it alone. @returns the exit code; 0 where there is no schemathesis */
export async function schemathesis(seconds: number): Promise<number> {
  if (spawnSync('schemathesis', ['--version']).status !== 0) {
    console.log('schemathesis is not installed, so nothing was tested: pip install schemathesis')
    return 0
  }
  const app = await startApp({ overrides: { reader: createScriptedReader().reader } })
  try {
    const { token } = await signUp(app, 'ana@example.org')
    const options = [
      ...['--header', `Authorization: Bearer ${token}`],
      // The server takes 20 requests a second of one network.
      ...['--rate-limit', '15/s'],
      ...[
        '--checks',
        'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance',
      ],
      // They would end the session, or never end themselves.
      ...['--exclude-path-regex', '^/(auth/(logout|refresh|login|authorize)|me/sessions|events)'],
    ]
    const child = spawn('schemathesis', ['run', `${app.url}/openapi.json`, ...options], {
      // It keeps notes in the folder where it is started.
      cwd: app.dataDir,
      stdio: 'inherit',
    })
    const timer = setTimeout(() => child.kill('SIGINT'), seconds * 1000)
    const [code] = await once(child, 'exit')
    clearTimeout(timer)
    return code ?? 0
  } finally {
    await app.close()
  }
}
