import { CfnParameter, Fn, type Stack } from 'aws-cdk-lib'
import { UserPool } from 'aws-cdk-lib/aws-cognito'
import { Repository } from 'aws-cdk-lib/aws-ecr'
import { Role } from 'aws-cdk-lib/aws-iam'
import type { Shared } from '../resources/resources-stack.ts'

/** What the other stack made, by the names it shares them under. */
export function resources(stack: Stack, resourcesStack: string) {
  const parameter = new CfnParameter(stack, 'ResourcesStack', {
    type: 'String',
    description: 'The name of the stack with the user pool, the tables and the bucket',
    default: resourcesStack,
  })
  const shared = (name: Shared) => Fn.importValue(Fn.join('-', [parameter.valueAsString, name]))
  return {
    shared,
    pool: UserPool.fromUserPoolId(stack, 'UserPool', shared('UserPoolId')),
    repository: Repository.fromRepositoryAttributes(stack, 'Images', {
      repositoryArn: shared('RepositoryArn'),
      repositoryName: shared('RepositoryName'),
    }),
    // Its policy is the other stack's to write.
    taskRole: Role.fromRoleArn(stack, 'TaskRole', shared('TaskRoleArn'), { mutable: false }),
  }
}

export type Resources = ReturnType<typeof resources>
