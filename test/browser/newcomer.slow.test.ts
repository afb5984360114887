import { describeNewcomers } from './newcomers.ts'
import { PHONE } from './person.ts'

describeNewcomers([['en', PHONE]])
