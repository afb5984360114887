import { CfnCondition, CfnParameter, type CfnParameterProps, CfnRule, Fn, type Stack } from 'aws-cdk-lib'

export interface Parameters {
  /** Host name of the service. */
  domainName: string
  imageTag: string
  allowOrigins: string
  reader: string
  textractRegion: string
  pagesPerMonth: string
  objectLock: string
  minTasks: number
  maxTasks: number
  accessLog: string
  architecture: string
  natGateways: CfnParameter
  balancerLogs: string
  deletionProtection: string
  certificateArn: string
  hostedZoneId: string
  /** Whether the host name's zone is in Route 53, where certificate and address can be arranged from here. */
  hasHostedZone: CfnCondition
}

export function parametersOf(stack: Stack): Parameters {
  const text = (id: string, description: string, rest: CfnParameterProps = {}) =>
    new CfnParameter(stack, id, { type: 'String', description, ...rest })
  const number = (id: string, description: string, preset: number) =>
    new CfnParameter(stack, id, { type: 'Number', description, default: preset, minValue: 1, maxValue: 100 })
  const certificateArn = text(
    'CertificateArn',
    'A certificate of this region for DomainName; or give HostedZoneId',
    {
      default: '',
      allowedPattern: '(arn:aws[a-z-]*:acm:.+)?',
    },
  )
  const hostedZoneId = text('HostedZoneId', 'The Route 53 zone of DomainName; or give CertificateArn', {
    default: '',
    allowedPattern: '[A-Z0-9]*',
  })
  const isBlank = (parameter: CfnParameter) => Fn.conditionEquals(parameter.valueAsString, '')
  new CfnRule(stack, 'CertificateOrZone', {
    assertions: [
      {
        assert: Fn.conditionNot(Fn.conditionAnd(isBlank(certificateArn), isBlank(hostedZoneId))),
        assertDescription: 'Give CertificateArn, or HostedZoneId to have a certificate made',
      },
    ],
  })
  return {
    domainName: text('DomainName', 'The host name browsers reach the service by', {
      allowedPattern: '[a-z0-9-]+(\\.[a-z0-9-]+)+',
    }).valueAsString,
    imageTag: text('ImageTag', 'The tag of the image in the repository of the resources', {
      allowedPattern: '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}',
    }).valueAsString,
    allowOrigins: text('AllowOrigins', 'ALLOW_ORIGINS', { default: '' }).valueAsString,
    reader: text('Reader', 'READER: Amazon Textract, or OCR in the processes themselves', {
      default: 'textract',
      allowedValues: ['textract', 'local'],
    }).valueAsString,
    pagesPerMonth: new CfnParameter(stack, 'TextractPagesPerMonth', {
      type: 'Number',
      description: 'TEXTRACT_PAGES_PER_MONTH: 1,000 pages cost about US$10',
      default: 5000,
      minValue: 30,
    }).valueAsString,
    textractRegion: text('TextractRegion', 'TEXTRACT_REGION', { default: '' }).valueAsString,
    objectLock: text(
      'ObjectLock',
      'S3_OBJECT_LOCK: whether originals are held as long as they must be kept',
      {
        default: 'governance',
        allowedValues: ['governance', 'compliance', 'off'],
      },
    ).valueAsString,
    minTasks: number('MinTasks', 'Processes that always run', 2).valueAsNumber,
    maxTasks: number('MaxTasks', 'Processes that run when much is asked of them', 10).valueAsNumber,
    accessLog: text('AccessLog', 'ACCESS_LOG: whether each request is a line of the log', {
      default: 'off',
      allowedValues: ['on', 'off'],
    }).valueAsString,
    architecture: text('Architecture', 'What the image was built for', {
      default: 'ARM64',
      allowedValues: ['ARM64', 'X86_64'],
    }).valueAsString,
    natGateways: text(
      'NatGateways',
      'A NAT gateway in one zone, in each, or none: processes have addresses',
      {
        default: 'one',
        allowedValues: ['one', 'each', 'none'],
      },
    ),
    balancerLogs: text('BalancerLogs', 'Whether the load balancer logs requests, with their query strings', {
      default: 'false',
      allowedValues: ['true', 'false'],
    }).valueAsString,
    deletionProtection: text('DeletionProtection', 'Whether the load balancer is protected from deletion', {
      default: 'true',
      allowedValues: ['true', 'false'],
    }).valueAsString,
    certificateArn: certificateArn.valueAsString,
    hostedZoneId: hostedZoneId.valueAsString,
    hasHostedZone: new CfnCondition(stack, 'HasHostedZone', {
      expression: Fn.conditionNot(isBlank(hostedZoneId)),
    }),
  }
}
