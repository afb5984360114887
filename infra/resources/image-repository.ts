import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { Repository, TagMutability } from 'aws-cdk-lib/aws-ecr'

/** Where the service's container images are pushed to. A tag once pushed stays what it is. */
export const imageRepository = (stack: Stack) =>
  new Repository(stack, 'Images', {
    imageScanOnPush: true,
    imageTagMutability: TagMutability.IMMUTABLE,
    lifecycleRules: [{ maxImageCount: 20 }],
    removalPolicy: RemovalPolicy.RETAIN,
  })
