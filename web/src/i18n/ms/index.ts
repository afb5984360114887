import { account } from './account.ts'
import { check } from './check.ts'
import { common } from './common.ts'
import { file } from './file.ts'
import { home } from './home.ts'
import { interview } from './interview.ts'
import { offline } from './offline.ts'
import { pcb } from './pcb.ts'
import { receipts } from './receipts.ts'
import { recurring } from './recurring.ts'
import { reliefs } from './reliefs.ts'
import { snap } from './snap.ts'
import { welcome } from './welcome.ts'
import { year } from './year.ts'

export const ms = {
  common,
  welcome,
  home,
  interview,
  snap,
  check,
  receipts,
  recurring,
  reliefs,
  offline,
  year,
  file,
  pcb,
  account,
}
