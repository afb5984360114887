import { App, BootstraplessSynthesizer, type StackProps } from 'aws-cdk-lib'
import { VALIDATE_AGAINST_DEFAULT_RULES } from 'aws-cdk-lib/cx-api'
import { HouseholdStack } from './household/household-stack.ts'
import { ResourcesStack } from './resources/resources-stack.ts'
import { ServiceStack } from './service/service-stack.ts'

export const RESOURCES = 'tax-tracker'
export const SERVICE = 'tax-tracker-service'
export const HOUSEHOLD = 'tax-tracker-household'

/**
 * All stacks, of no account and no region: what differs from one installation to another is a parameter.
 * @param outdir where the cdk command wants them when undefined
 */
export function stacks(outdir?: string): App {
  const app = new App({
    outdir,
    analyticsReporting: false,
    treeMetadata: false,
    // CloudFormation's own rules are looked at here rather than half-way through a deployment.
    context: { [VALIDATE_AGAINST_DEFAULT_RULES]: true },
  })
  new ResourcesStack(app, RESOURCES, plain())
  new ServiceStack(app, SERVICE, { ...plain(), resourcesStack: RESOURCES })
  new HouseholdStack(app, HOUSEHOLD, { ...plain(), resourcesStack: RESOURCES })
  return app
}

/** A template alone, without assets, that CloudFormation takes in an account nothing was prepared in. */
const plain = (): StackProps => ({ synthesizer: new BootstraplessSynthesizer() })
