import { SecretValue, type Stack } from 'aws-cdk-lib'
import type { CfnUserPoolClient, UserPoolClient } from 'aws-cdk-lib/aws-cognito'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'

/** Both are made by AWS and handed to the processes as they start: no template, log or person has them. */
export function secrets(stack: Stack, client: UserPoolClient) {
  const { attrClientSecret } = client.node.defaultChild as CfnUserPoolClient
  return {
    clientSecret: new Secret(stack, 'ClientSecret', {
      description: 'CLIENT_SECRET of the Malaysian Tax Tracker',
      // A reference that CloudFormation resolves, not the secret itself.
      secretStringValue: SecretValue.resourceAttribute(attrClientSecret),
    }),
    secretKey: new Secret(stack, 'SecretKey', {
      description: 'SECRET_KEY of the Malaysian Tax Tracker',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    }),
  }
}
