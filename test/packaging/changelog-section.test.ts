import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sectionOf } from '../../scripts/changelog-section.ts'
import { projectRoot } from '../support/project-root.ts'

const CHANGELOG = `# Changelog

## [Unreleased]

- Later.

## [0.2.0] - 2026-12-01

### Added

- A tarball.

## [0.1.0] - 2026-11-01

- Everything.

[0.2.0]: https://example.org/0.2.0
`

test('the text of a release is the section of its version', () => {
  assert.equal(sectionOf(CHANGELOG, '0.2.0'), '### Added\n\n- A tarball.')
  assert.equal(sectionOf(CHANGELOG, '0.1.0'), '- Everything.')
  assert.equal(sectionOf(CHANGELOG, '0.3.0'), undefined)
  assert.equal(sectionOf(CHANGELOG, 'Unreleased'), undefined)
})

test('the changelog has a section in which the next release is written down', () => {
  assert.match(readFileSync(join(projectRoot, 'CHANGELOG.md'), 'utf8'), /^## \[Unreleased\]$/m)
})
