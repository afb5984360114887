import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  DOMAIN,
  deploy,
  deployBoth,
  HOUSEHOLD,
  type Json,
  RESOURCES,
  SERVICE,
  templateText,
} from './cloudformation.ts'

const { service, resources } = deployBoth()
const { only, ofType } = service

describe('https', () => {
  const listener = (port: number) =>
    ofType('AWS::ElasticLoadBalancingV2::Listener').find(({ Properties }) => Properties.Port === port)
      ?.Properties
  const certificateOf = (stack: ReturnType<typeof deploy>) =>
    stack
      .ofType('AWS::ElasticLoadBalancingV2::Listener')
      .flatMap(({ Properties }) => Properties.Certificates ?? [])

  test('with TLS 1.2 or newer, and http only leads there', () => {
    assert.equal(listener(443)?.Protocol, 'HTTPS')
    assert.equal(listener(443)?.SslPolicy, 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06')
    assert.deepEqual(listener(80)?.DefaultActions, [
      { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
    ])
  })

  test('answers to its own name alone', () => {
    assert.deepEqual(listener(443)?.DefaultActions, [
      { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } },
    ])
    assert.deepEqual(only('AWS::ElasticLoadBalancingV2::ListenerRule').Conditions, [
      { Field: 'host-header', HostHeaderConfig: { Values: ['tax.example.org'] } },
    ])
  })

  test('has a certificate and an address made in Route 53, or takes a certificate that is there', () => {
    assert.deepEqual(only('AWS::CertificateManager::Certificate'), {
      DomainName: 'tax.example.org',
      ValidationMethod: 'DNS',
      DomainValidationOptions: [{ DomainName: 'tax.example.org', HostedZoneId: 'Z1' }],
    })
    assert.deepEqual(only('AWS::Route53::RecordSet'), {
      HostedZoneId: 'Z1',
      Name: 'tax.example.org',
      Type: 'A',
      AliasTarget: {
        DNSName: 'Balancer71DDC9D9.DNSName',
        HostedZoneId: 'Balancer71DDC9D9.CanonicalHostedZoneID',
      },
    })
    assert.deepEqual(certificateOf(service), [{ CertificateArn: 'Certificate' }])

    const CertificateArn = 'arn:aws:acm:ap-southeast-5:123456789012:certificate/1'
    const given = deployBoth({ ...DOMAIN, HostedZoneId: '', CertificateArn }).service
    assert.deepEqual(certificateOf(given), [{ CertificateArn }])
    assert.deepEqual(given.ofType('AWS::CertificateManager::Certificate'), [])
    assert.deepEqual(given.ofType('AWS::Route53::RecordSet'), [])
  })
})

describe('the network', () => {
  test('lets in browsers at the load balancer, the load balancer at the processes, and nothing else', () => {
    const rules = (type: string) =>
      ofType(`AWS::EC2::SecurityGroup${type}`).map(
        ({ Properties: { FromPort, ToPort, CidrIp, GroupId, ...rule } }) => [
          GroupId,
          FromPort,
          ToPort,
          CidrIp ?? rule.SourceSecurityGroupId ?? rule.DestinationSecurityGroupId,
        ],
      )
    const [balancer, tasks] = ofType('AWS::EC2::SecurityGroup').map(({ id }) => `${id}.GroupId`)
    const within = (direction: string) =>
      ofType('AWS::EC2::SecurityGroup').map(({ Properties }) =>
        ((Properties[direction] ?? []) as Record<string, Json>[]).map(({ CidrIp, FromPort, ToPort }) => [
          CidrIp,
          FromPort,
          ToPort,
        ]),
      )
    assert.deepEqual(within('SecurityGroupIngress'), [
      [
        ['0.0.0.0/0', 443, 443],
        ['0.0.0.0/0', 80, 80],
      ],
      [],
    ])
    assert.deepEqual(within('SecurityGroupEgress'), [[], [['0.0.0.0/0', 443, 443]]])
    assert.deepEqual(rules('Ingress'), [[tasks, 8000, 8000, balancer]])
    assert.deepEqual(rules('Egress'), [[balancer, 8000, 8000, tasks]])
  })

  test('gives the processes no address on the internet', () => {
    const { AwsvpcConfiguration } = only('AWS::ECS::Service').NetworkConfiguration as Record<
      string,
      Record<string, Json>
    >
    assert.equal(AwsvpcConfiguration?.AssignPublicIp, 'DISABLED')
    const subnets = AwsvpcConfiguration?.Subnets as string[]
    assert.equal(subnets.length, 2)
    for (const subnet of subnets) assert.match(subnet, /Private/)
  })

  test('has a NAT gateway in one zone, in each, or none; without, processes have addresses and are as closed', () => {
    const variant = (NatGateways: string) => {
      const { service } = deployBoth({ ...DOMAIN, NatGateways })
      const { AwsvpcConfiguration } = service.only('AWS::ECS::Service').NetworkConfiguration as Record<
        string,
        { AssignPublicIp: string; Subnets: string[]; SecurityGroups: string[] }
      >
      const waysOut = service
        .ofType('AWS::EC2::Route')
        .filter(({ id }) => id.includes('Private'))
        .map(({ Properties }) => Properties.NatGatewayId)
      return {
        gateways: service.ofType('AWS::EC2::NatGateway').map(({ id }) => id),
        addresses: service.ofType('AWS::EC2::EIP').length,
        waysOut,
        isPublic: AwsvpcConfiguration?.AssignPublicIp === 'ENABLED',
        subnets: AwsvpcConfiguration?.Subnets.map((name) => (/Public/.test(name) ? 'public' : 'private')),
        groups: AwsvpcConfiguration?.SecurityGroups,
      }
    }
    const one = variant('one')
    assert.equal(one.gateways.length, 1)
    assert.deepEqual(one.waysOut, [one.gateways[0], one.gateways[0]])
    const each = variant('each')
    assert.deepEqual([each.gateways.length, each.addresses], [2, 2])
    assert.deepEqual(each.waysOut, each.gateways)
    const none = variant('none')
    assert.deepEqual([none.gateways, none.addresses, none.waysOut], [[], 0, []])
    assert.deepEqual(
      [one, each, none].map(({ isPublic, subnets }) => [isPublic, subnets]),
      [
        [false, ['private', 'private']],
        [false, ['private', 'private']],
        [true, ['public', 'public']],
      ],
    )
    assert.deepEqual(none.groups, one.groups)
  })

  test('reaches DynamoDB and S3 without the NAT gateway', () => {
    const endpoints = ofType('AWS::EC2::VPCEndpoint').map(({ Properties }) => Properties.ServiceName)
    assert.deepEqual(endpoints, ['com.amazonaws.ap-southeast-5.dynamodb', 'com.amazonaws.ap-southeast-5.s3'])
  })
})

test('no stack is without a certificate, too large to be deployed as a file, or in need of a prepared account', () => {
  assert.match(templateText(SERVICE), /"CertificateOrZone"/)
  for (const name of [RESOURCES, SERVICE, HOUSEHOLD]) {
    const text = templateText(name)
    // The limit of TemplateBody (AWS CloudFormation quotas).
    assert.ok(text.length < 51_200, `${name}: ${text.length}`)
    assert.doesNotMatch(text, /BootstrapVersion|AssetParameters|cdk-hnb659fds/)
  }
  assert.throws(
    () => deploy(SERVICE, { ...DOMAIN, ResourcesStack: 'other' }, resources.exports),
    /nothing exports other-/,
  )
})
