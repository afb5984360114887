import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { parseEnv, promisify } from 'node:util'
import { loadConfig } from '../../server/config/config.ts'
import { DOMAIN, deploy, HOUSEHOLD, type Json, RESOURCES } from './cloudformation.ts'

const run = promisify(execFile)
const SECRET_KEY = 'q7Xv2LrTn9KcWb4JdPz8MhYs5GfA3Re6'
const resources = deploy(RESOURCES)
const deployed = (parameters = {}) => deploy(HOUSEHOLD, { ...DOMAIN, ...parameters }, resources.exports)
const household = deployed()
const { only, ofType } = household
const machineOf = ({ only: one }: typeof household) =>
  one('AWS::EC2::LaunchTemplate').LaunchTemplateData as Record<string, Json>
const machine = machineOf(household)

describe('the machine of a household', () => {
  test('is a small one of arm64, without a NAT gateway, a load balancer or containers that cost by the hour', () => {
    assert.equal(machine.InstanceType, 't4g.micro')
    assert.match(String(machine.ImageId), /arm64$/)
    for (const type of ['EC2::NatGateway', 'ElasticLoadBalancingV2::LoadBalancer', 'ECS::Service'])
      assert.deepEqual(ofType(`AWS::${type}`), [], type)
    assert.equal(ofType('AWS::EC2::EIP').length, 1)
    assert.deepEqual(machine.CreditSpecification, { CpuCredits: 'standard' })
  })

  test('starts with a script that EC2 takes: 16 kB at most', () => {
    assert.ok(String(machine.UserData).length < 14_000)
  })

  test('is spare capacity unless that is switched off', () => {
    assert.deepEqual(machine.InstanceMarketOptions, { MarketType: 'spot' })
    assert.equal(machineOf(deployed({ Spot: 'false' })).InstanceMarketOptions, null)
  })

  test('lets in browsers and nobody by ssh, and keeps its rights from pages that make it ask for them', () => {
    const { SecurityGroupIngress, SecurityGroupEgress } = only('AWS::EC2::SecurityGroup') as Record<
      string,
      Record<string, Json>[]
    >
    const ports = (rules: Record<string, Json>[] = []) =>
      rules.map(({ IpProtocol, FromPort, ToPort }) => `${IpProtocol} ${FromPort}-${ToPort}`)
    assert.deepEqual(ports(SecurityGroupIngress), ['tcp 443-443', 'udp 443-443', 'tcp 80-80'])
    assert.deepEqual(ports(SecurityGroupEgress), ['tcp 443-443'])
    assert.deepEqual(machine.MetadataOptions, { HttpTokens: 'required', HttpPutResponseHopLimit: 2 })
    assert.deepEqual(
      (machine.BlockDeviceMappings as { Ebs: { Encrypted: boolean } }[]).map(({ Ebs }) => Ebs.Encrypted),
      [true],
    )
  })

  test('may do what the server does, read its secrets and take its address', () => {
    const { ManagedPolicyArns } = only('AWS::IAM::Role') as { ManagedPolicyArns: string[] }
    assert.equal(ManagedPolicyArns[0], resources.outputs.ServerPolicyArn)
    assert.match(ManagedPolicyArns[1] ?? '', /:policy\/AmazonSSMManagedInstanceCore$/)
    const { Statement } = only('AWS::IAM::Policy').PolicyDocument as {
      Statement: { Action: string | string[]; Resource: string | string[] }[]
    }
    const anywhere = Statement.filter(({ Resource }) => Resource === '*').map(({ Action }) => Action)
    assert.deepEqual(anywhere, ['ecr:GetAuthorizationToken'])
    for (const { Action } of Statement)
      for (const action of [Action].flat()) assert.doesNotMatch(action, /\*/)
  })

  test('replaces one that runs only once it has said that it is ready', () => {
    const template = household.template.Resources.Machines as unknown as Record<string, Record<string, Json>>
    assert.deepEqual(template.CreationPolicy, { ResourceSignal: { Count: 1, Timeout: 'PT15M' } })
    assert.deepEqual(template.UpdatePolicy?.AutoScalingRollingUpdate, {
      MinInstancesInService: 1,
      MaxBatchSize: 1,
      WaitOnResourceSignals: true,
      PauseTime: 'PT15M',
    })
  })

  test('has its name made in Route 53, or leads there by hand', () => {
    assert.deepEqual(only('AWS::Route53::RecordSet').ResourceRecords, [household.outputs.PublicAddress])
    assert.deepEqual(deployed({ HostedZoneId: '' }).ofType('AWS::Route53::RecordSet'), [])
  })
})

/**
 * The script runs in a folder of its own, with commands that write down how they were called: what it would do to a real
 * machine, in its order.
 */
describe('the script it starts with', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tracker-household-'))
  })
  after(() => rm(folder, { recursive: true }))

  const script = (root: string) =>
    String(machine.UserData)
      .replaceAll('/etc/tax-tracker', join(root, 'etc'))
      .replaceAll('/opt/aws/bin/', '')
      .replaceAll('/swapfile', join(root, 'swapfile'))

  /** @param alive whether the server in the container answers */
  async function start(name: string, { alive }: { alive: boolean }) {
    const root = join(folder, name)
    const bin = join(root, 'bin')
    await mkdir(bin, { recursive: true })
    const stub = async (command: string, body = '') => {
      await writeFile(join(bin, command), `#!/bin/bash\necho "${command} $*" >> ${root}/calls\n${body}\n`)
      await chmod(join(bin, command), 0o755)
    }
    for (const command of [
      'dnf',
      'systemctl',
      'dd',
      'mkswap',
      'swapon',
      'sleep',
      'cfn-signal',
      'chmod',
      'sed',
    ])
      await stub(command)
    await stub('curl', 'echo i-0123456789')
    await stub(
      'docker',
      `[ "$1" = exec ] && exit ${alive ? 0 : 1}; [ "$1" = login ] && cat > ${root}/login; exit 0`,
    )
    await stub(
      'aws',
      `case "$*" in *secretsmanager*SecretKey*) echo ${SECRET_KEY};; *secretsmanager*) echo made-by-cognito;; *get-login*) echo a-password;; esac`,
    )
    await writeFile(join(root, 'script'), script(root))
    const code = await run('bash', [join(root, 'script')], {
      env: { PATH: `${bin}:${process.env.PATH}` },
    }).then(
      () => 0,
      (error: { code: number }) => error.code,
    )
    return { code, root, calls: (await readFile(join(root, 'calls'), 'utf8')).split('\n') }
  }

  test('starts the server, then takes the address, then opens https, then says it is ready', async () => {
    const { code, calls, root } = await start('good', { alive: true })
    assert.equal(code, 0)
    const at = (pattern: RegExp) => calls.findIndex((call) => pattern.test(call))
    const order = [
      /^docker login .*\.dkr\.ecr\./,
      /^docker run .*--name tracker .*\.dkr\.ecr\..*:1$/,
      /^docker exec tracker node -e fetch/,
      /^aws ec2 associate-address --allocation-id \S+ --instance-id i-0123456789 --allow-reassociation$/,
      /^docker run .*--name caddy .*caddy reverse-proxy --from tax\.example\.org --to tracker:8000$/,
      /^cfn-signal --exit-code 0 .*--stack tax-tracker-household --resource Machines$/,
    ].map(at)
    assert.ok(!order.includes(-1), `${order}\n${calls.join('\n')}`)
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
    assert.equal(await readFile(join(root, 'login'), 'utf8'), 'a-password\n')
  })

  test('gives the server a whole configuration, with secrets that stand neither in it nor in a command', async () => {
    const { root, calls } = await start('config', { alive: true })
    const env = parseEnv(await readFile(join(root, 'etc/env'), 'utf8'))
    const config = loadConfig(env as Record<string, string>)
    assert.equal(config.publicUrl, 'https://tax.example.org')
    assert.equal(config.trustedProxies, 1)
    assert.deepEqual(
      [config.identity.kind, config.storage.kind, config.reader.kind],
      ['cognito', 'aws', 'textract'],
    )
    assert.equal(config.secretKey, SECRET_KEY)
    for (const text of [script(root), calls.join('\n')]) {
      assert.ok(!text.includes(SECRET_KEY))
      assert.ok(!text.includes('made-by-cognito'))
    }
  })

  test('leaves the address where it is when the server does not answer', async () => {
    const { code, calls } = await start('bad', { alive: false })
    assert.notEqual(code, 0)
    assert.ok(!calls.some((call) => /associate-address|--name caddy/.test(call)))
    assert.ok(calls.some((call) => /^cfn-signal --exit-code 1 /.test(call)))
  })
})
