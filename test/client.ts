// `npm run test:client`: generates a TypeScript client from /openapi.json of a running server, type-checks a program
// that uses it, and runs that program against the server. The generator needs an older TypeScript than this project, so
// client/ is a package of its own.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signUp, startApp } from './support/app.ts'
import { projectRoot } from './support/project-root.ts'

const folder = join(projectRoot, 'client')

interface Program {
  run(server: { url: string; token: string }): Promise<string>
}

const app = await startApp()
try {
  const document = await (await fetch(`${app.url}/openapi.json`)).text()
  mkdirSync(join(folder, 'generated'), { recursive: true })
  writeFileSync(join(folder, 'generated/openapi.json'), document)
  if (runsWell('generate') && runsWell('types')) {
    const { token } = await signUp(app, 'client@example.org')
    const program: Program = await import(join(folder, 'program.ts'))
    console.log(await program.run({ url: app.url, token }))
  } else process.exitCode = 1
} finally {
  await app.close()
}

/** Runs a script of the client's package. */
function runsWell(script: string): boolean {
  const { status } = spawnSync('npm', ['--prefix', folder, 'run', '--silent', script], { stdio: 'inherit' })
  return status === 0
}
