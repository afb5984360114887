// node scripts/changelog-section.ts VERSION: prints the section of CHANGELOG.md about a version, which becomes the text of
// its release. Fails where there is none, or package.json has another version.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')

/** The text below `## [VERSION] - DAY`, up to the next section; undefined where there is none, or nothing in it. */
export function sectionOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1)
  const section = sections.find((text) => text.startsWith(`[${version}] - `))
  return (
    section
      ?.slice(section.indexOf('\n'))
      .replace(/^\[[^\]]+\]: .*$/gm, '')
      .trim() || undefined
  )
}

if (import.meta.main) {
  const [version = ''] = process.argv.slice(2)
  const { version: ours } = JSON.parse(read('package.json'))
  const section = sectionOf(read('CHANGELOG.md'), version)
  if (version !== ours || !section) {
    console.error(
      version !== ours
        ? `package.json has version ${ours}, not ${version}.`
        : `CHANGELOG.md has no section [${version}] with a day.`,
    )
    process.exitCode = 1
  } else {
    console.log(section)
  }
}
