import { stacks } from './stacks.ts'

// What the cdk command runs. It is not needed: template/ can be deployed as it lies there.
stacks().synth()
