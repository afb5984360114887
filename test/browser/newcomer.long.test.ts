import { describeNewcomers } from './newcomers.ts'
import { DESK, PHONE } from './person.ts'

describeNewcomers([
  ['en', DESK],
  ['ms', PHONE],
  ['ms', DESK],
])
