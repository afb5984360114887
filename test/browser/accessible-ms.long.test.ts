import { describe } from 'node:test'
import { describeAccessibility } from './accessible.ts'

describe('axe finds nothing in the app in Malay', () => describeAccessibility('ms'))
