import { CfnCondition, CfnParameter, type CfnParameterProps, Fn, type Stack } from 'aws-cdk-lib'

export interface Parameters {
  domainName: string
  imageTag: string
  instanceType: string
  reader: string
  textractRegion: string
  pagesPerMonth: string
  objectLock: string
  accessLog: string
  allowOrigins: string
  hostedZoneId: string
  hasHostedZone: CfnCondition
  onSpot: CfnCondition
}

export function parametersOf(stack: Stack): Parameters {
  const text = (id: string, description: string, rest: CfnParameterProps = {}) =>
    new CfnParameter(stack, id, { type: 'String', description, ...rest }).valueAsString
  const hostedZoneId = text('HostedZoneId', 'The Route 53 zone of DomainName; blank: you set its address', {
    default: '',
    allowedPattern: '[A-Z0-9]*',
  })
  const spot = text('Spot', 'Whether the machine is spare capacity, which AWS may take back at any time', {
    default: 'true',
    allowedValues: ['true', 'false'],
  })
  return {
    domainName: text('DomainName', 'The host name browsers reach the server by', {
      allowedPattern: '[a-z0-9-]+(\\.[a-z0-9-]+)+',
    }),
    imageTag: text('ImageTag', 'The tag of an arm64 image in the repository of the resources', {
      allowedPattern: '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}',
    }),
    instanceType: text('InstanceType', 'Of arm64; 1 GB is enough with Textract, Reader=local needs 2', {
      default: 't4g.micro',
      allowedValues: ['t4g.micro', 't4g.small', 't4g.medium'],
    }),
    reader: text('Reader', 'READER: Amazon Textract, or OCR on the machine itself', {
      default: 'textract',
      allowedValues: ['textract', 'local'],
    }),
    pagesPerMonth: new CfnParameter(stack, 'TextractPagesPerMonth', {
      type: 'Number',
      description: 'TEXTRACT_PAGES_PER_MONTH: 1,000 pages cost about US$10',
      default: 500,
      minValue: 30,
    }).valueAsString,
    textractRegion: text('TextractRegion', 'TEXTRACT_REGION', { default: '' }),
    objectLock: text('ObjectLock', 'S3_OBJECT_LOCK', {
      default: 'governance',
      allowedValues: ['governance', 'compliance', 'off'],
    }),
    accessLog: text('AccessLog', 'ACCESS_LOG', { default: 'off', allowedValues: ['on', 'off'] }),
    allowOrigins: text('AllowOrigins', 'ALLOW_ORIGINS', { default: '' }),
    hostedZoneId,
    hasHostedZone: new CfnCondition(stack, 'HasHostedZone', {
      expression: Fn.conditionNot(Fn.conditionEquals(hostedZoneId, '')),
    }),
    onSpot: new CfnCondition(stack, 'OnSpot', { expression: Fn.conditionEquals(spot, 'true') }),
  }
}
