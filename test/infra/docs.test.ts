import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { projectRoot } from '../support/project-root.ts'
import { DOMAIN, deploy, deployBoth, HOUSEHOLD } from './cloudformation.ts'

const docs = readFileSync(join(projectRoot, 'docs/aws.md'), 'utf8')
const { resources, service } = deployBoth()
const household = deploy(HOUSEHOLD, DOMAIN, resources.exports)
const matches = (pattern: RegExp) => [...docs.matchAll(pattern)].map(([, found = '']) => found)

test('docs/aws.md names templates, parameters, outputs and scripts there are', () => {
  for (const path of matches(/(infra\/template\/\S+\.json)/g))
    assert.ok(existsSync(join(projectRoot, path)), path)

  const parameters = {
    ...resources.template.Parameters,
    ...household.template.Parameters,
    ...service.template.Parameters,
  }
  const inCommands = matches(/--parameter-overrides ([^\n`]+)/g).flatMap((text) => text.trim().split(/\s+/))
  const inTable = matches(/^\| ((?:`\w+` )+)\((?:first|second|third)/gm).flatMap((text) =>
    text.replaceAll('`', '').split(' '),
  )
  const named = [...inCommands.map((pair) => pair.split('=')[0] ?? ''), ...inTable.filter(Boolean)]
  assert.ok(named.length >= 10)
  for (const name of named) assert.ok(name in parameters, name)

  const outputs = matches(/OutputKey=='(\w+)'/g)
  assert.deepEqual(outputs, ['DotEnv', 'RepositoryUri'])
  for (const name of outputs) assert.ok(resources.outputs[name], name)
  assert.ok(service.outputs.BalancerName && household.outputs.PublicAddress)

  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  for (const name of matches(/`npm run ([\w:-]+)`/g)) assert.ok(name in scripts, name)
})

test('the defaults docs/aws.md names are those of the templates', () => {
  const preset = (name: string) =>
    ({ ...resources.template.Parameters, ...service.template.Parameters })[name]?.Default
  for (const name of ['PublicUrl', 'SpaUrls']) {
    assert.match(docs, new RegExp(`\\| \`${name}\` \\(first[^|]*\\| \`${preset(name)}\``))
  }
  const tables = ['ReceiptTable', 'BlacklistTokenTable', 'TaxpayerTable'].map((name) => `\`${preset(name)}\``)
  assert.ok(docs.includes(tables.join(' ')))
  assert.ok(docs.includes(`| ${preset('MinTasks')}, ${preset('MaxTasks')} |`))
  const ofHousehold = household.template.Parameters
  const pages = [preset('TextractPagesPerMonth'), ofHousehold.TextractPagesPerMonth?.Default]
  assert.ok(docs.includes(`| \`TextractPagesPerMonth\` (second, third) | ${pages.join('; ')} |`))
  assert.ok(docs.includes(`| ${preset('MonthlyBudget')}; ${ofHousehold.MonthlyBudget?.Default} |`))
  assert.ok(docs.includes(`| \`${ofHousehold.InstanceType?.Default}\`, \`${ofHousehold.Spot?.Default}\` |`))
  for (const name of [
    'Backups',
    'Architecture',
    'NatGateways',
    'AccessLog',
    'BalancerLogs',
    'DeletionProtection',
  ]) {
    assert.match(docs, new RegExp(`^\\| \`${name}\` \\([^|]*\\| \`${preset(name)}\` \\|`, 'm'))
  }
})
