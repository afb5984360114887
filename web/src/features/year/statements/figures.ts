import type { Facts, Statement } from '../../../../../server/api-types.ts'
import {
  checked,
  type FieldName,
  type Known,
  type MoneyField,
  type Values,
  type Wrong,
} from '../interview/fields.ts'
import type { Screen } from '../interview/screen.ts'
import { screens, storedValues } from '../interview/screens.ts'

/** The figures that stand on a statement, in its order. */
const FIGURES: Record<Statement['kind'], readonly FieldName[]> = {
  'ea-form': ['employment', 'taxPaid', 'zakat', 'epf', 'socso'],
  epf: ['epf', 'voluntaryEpf'],
  socso: ['socso'],
  insurance: ['lifeInsurance', 'medicalInsurance'],
  sspn: ['sspnDeposits', 'sspnWithdrawals', 'sspnEducation'],
  prs: ['prs'],
  zakat: ['zakat'],
  'housing-loan': ['loanInterest', 'loanTogether'],
  other: [],
}

export interface Figure {
  field: MoneyField
  screen: Screen
}

/** The fields of the interview that a statement fills: the same facts, typed beside the picture. */
export const figuresOf = ({ kind, shows }: Pick<Statement, 'kind' | 'shows'>): Figure[] =>
  screens.flatMap((screen) =>
    screen.fields.flatMap((field) => {
      const isHere =
        field.kind === 'money' &&
        (FIGURES[kind].includes(field.name) || (shows !== null && field.code === shows))
      return isHere ? [{ field, screen }] : []
    }),
  )

/** The place of a figure among those of its statement. */
export const orderOf = ({ kind }: Pick<Statement, 'kind'>, { field }: Figure) =>
  FIGURES[kind].indexOf(field.name)

/** What the fields of a screen hold, with what was typed; a figure on paper is a "yes" to its question. */
function valuesOf(screen: Screen, known: Known, typed: Values): Values {
  const stored = storedValues(screen, known)
  const own = screen.fields.flatMap(({ name }) => (typed[name] === undefined ? [] : [[name, typed[name]]]))
  const choice = screen.fields.find((field) => field.kind === 'choice' && !field.optional)
  const isYes = choice?.kind === 'choice' && choice.options(known).includes('yes')
  return { ...stored, ...Object.fromEntries(own), ...(isYes && own.length > 0 && { [choice.name]: 'yes' }) }
}

/** Which figures are wrong, and the facts with all of them. */
export function factsWith(figures: readonly Figure[], known: Known, typed: Values) {
  const wrong: Partial<Record<FieldName, Wrong>> = {}
  const touched = [...new Set(figures.map(({ screen }) => screen))].filter((screen) =>
    figures.some((figure) => figure.screen === screen && typed[figure.field.name] !== undefined),
  )
  const change = (facts: Facts): Facts =>
    touched.reduce((now, screen) => {
      const all = { ...known, facts: now }
      const { answer } = checked(screen.fields, valuesOf(screen, all, typed), all)
      return screen.apply(now, answer, all)
    }, facts)
  for (const screen of touched) {
    const found = checked(screen.fields, valuesOf(screen, known, typed), known)
    Object.assign(wrong, screen.check?.(found.answer), found.wrong)
  }
  return { wrong, change, touched }
}
