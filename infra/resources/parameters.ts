import { CfnParameter, type CfnParameterProps, CfnRule, Fn, type Stack } from 'aws-cdk-lib'
import type { TableNames } from '../../server/adapters/dynamodb/tables.ts'

export interface Parameters {
  /** The origin a browser has for the server that is started with the printed .env. */
  publicUrl: string
  /** Callback and sign-out addresses of single-page apps that sign in by themselves. */
  spaUrls: string[]
  domainPrefix: CfnParameter
  selfSignUp: CfnParameter
  /** The sender of the pool's mail, and the identity of Amazon SES it belongs to. Blank: Cognito's own address. */
  mail: { from: CfnParameter; identityArn: CfnParameter }
  tableNames: TableNames
}

export function parametersOf(stack: Stack): Parameters {
  const text = (id: string, description: string, rest: CfnParameterProps) =>
    new CfnParameter(stack, id, { type: 'String', description, ...rest })
  const tableName = (id: string, what: string, name: string) =>
    text(id, `The table of ${what}`, { default: name, allowedPattern: '[A-Za-z0-9_.-]{3,255}' }).valueAsString
  const parameters = {
    publicUrl: text('PublicUrl', 'Where browsers reach a server started with the printed .env', {
      default: 'http://localhost:8000',
      // Cognito sends nobody back to plain http but on this machine.
      allowedPattern: 'https://[^/]+|http://localhost(:[0-9]+)?',
      constraintDescription: 'must be https://host, or http://localhost:port, without a path',
    }).valueAsString,
    spaUrls: new CfnParameter(stack, 'SpaUrls', {
      type: 'CommaDelimitedList',
      description: 'Where Cognito sends people back to from single-page apps on other origins',
      default: 'http://localhost:5173/',
    }).valueAsList,
    domainPrefix: text('DomainPrefix', 'Begins the host name of the sign-in pages; blank: made up', {
      default: '',
      allowedPattern: '([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)?',
    }),
    selfSignUp: text('SelfSignUp', 'Whether anyone may make an account, or only you for them', {
      default: 'false',
      allowedValues: ['true', 'false'],
    }),
    mail: {
      from: text(
        'MailFrom',
        "The sender of the pool's mail, e.g. Tax <tax@example.org>; with MailIdentityArn",
        {
          default: '',
        },
      ),
      identityArn: text('MailIdentityArn', 'The verified identity of Amazon SES that MailFrom belongs to', {
        default: '',
        allowedPattern: '(arn:aws[a-z-]*:ses:.+)?',
      }),
    },
    tableNames: {
      receipts: tableName('ReceiptTable', 'the receipts', 'receipts'),
      revokedTokens: tableName(
        'BlacklistTokenTable',
        'the tokens that were signed out',
        'my-blacklist-token',
      ),
      taxpayers: tableName('TaxpayerTable', 'what else is kept for each person', 'taxpayers'),
    },
  }
  const { from, identityArn } = parameters.mail
  const isBlank = ({ valueAsString }: CfnParameter) => Fn.conditionEquals(valueAsString, '')
  new CfnRule(stack, 'MailFromIdentity', {
    assertions: [
      {
        assert: Fn.conditionOr(
          Fn.conditionAnd(isBlank(from), isBlank(identityArn)),
          Fn.conditionNot(Fn.conditionOr(isBlank(from), isBlank(identityArn))),
        ),
        assertDescription: 'Give MailFrom and MailIdentityArn, or neither',
      },
    ],
  })
  return parameters
}
