import type { Values } from '../fields.ts'
import {
  amountsIn,
  employed,
  hasChildren,
  hasLaw,
  money,
  oneAmount,
  type Screen,
  without,
} from '../screen.ts'
import { statedAmounts } from './stated-amounts.ts'

/** What is put by and given: EPF, insurance, savings, zakat. */
export const savingsScreens: readonly Screen[] = [
  {
    id: 'epf',
    card: 'epf',
    fields: [
      money('epf', { code: 'epf-approved-scheme' }),
      money('socso', { code: 'socso-eis', optional: true, shownIf: (_, known) => employed(known) }),
      money('voluntaryEpf', { optional: true }),
    ],
    read: ({ epf, amounts }) =>
      amountsIn([
        ['epf', epf?.compulsorySen],
        ['socso', amounts?.['socso-eis']],
        ['voluntaryEpf', epf?.voluntarySen || undefined],
      ]),
    apply(facts, { sen, values }, known) {
      const socso = sen('socso')
      const amounts =
        employed(known) || values.socso !== undefined
          ? without(facts.amounts ?? {}, 'socso-eis')
          : (facts.amounts ?? {})
      const all = socso === undefined ? amounts : { ...amounts, 'socso-eis': socso }
      return {
        ...without(facts, 'amounts'),
        epf: { compulsorySen: sen('epf') ?? 0, voluntarySen: sen('voluntaryEpf') ?? 0 },
        ...(Object.keys(all).length > 0 && { amounts: all }),
      }
    },
    law: () => 'epf-approved-scheme',
    statements: ['ea-form', 'epf'],
  },
  statedAmounts({
    id: 'insurance',
    card: 'epf',
    choice: 'hasInsurance',
    amounts: [
      { name: 'lifeInsurance', code: 'life-insurance-or-voluntary-epf' },
      { name: 'medicalInsurance', code: 'education-medical-insurance' },
    ],
    statements: ['insurance'],
  }),
  {
    id: 'savings',
    card: 'epf',
    fields: [
      { kind: 'choice', name: 'hasSavings', options: () => ['none', 'yes', 'unsure'] },
      ...(['sspnDeposits', 'sspnWithdrawals', 'sspnEducation'] as const).map((name) =>
        money(name, {
          optional: true,
          ...(name === 'sspnDeposits' && { code: 'sspn-net-deposit' }),
          shownIf: (values, known) =>
            values.hasSavings === 'yes' &&
            hasLaw('sspn-net-deposit')(known) &&
            (hasChildren(known) || known.facts.sspn !== undefined),
        }),
      ),
      money('prs', {
        optional: true,
        code: 'prs-deferred-annuity',
        shownIf: (values, known) => values.hasSavings === 'yes' && hasLaw('prs-deferred-annuity')(known),
      }),
    ],
    read({ sspn, amounts }): Values {
      const prs = amounts?.['prs-deferred-annuity']
      if (!sspn && prs === undefined) return {}
      const { depositsSen = 0, withdrawalsSen = 0, educationWithdrawalsSen = 0 } = sspn ?? {}
      const found = amountsIn([
        ['sspnDeposits', depositsSen || undefined],
        ['sspnWithdrawals', withdrawalsSen || undefined],
        ['sspnEducation', educationWithdrawalsSen || undefined],
        ['prs', prs || undefined],
      ])
      return { hasSavings: Object.keys(found).length > 0 ? 'yes' : 'none', ...found }
    },
    apply(facts, { values, sen }) {
      const amounts = without(facts.amounts ?? {}, 'prs-deferred-annuity')
      if (values.hasSavings === 'unsure') {
        const rest = without(facts, 'sspn', 'amounts')
        return Object.keys(amounts).length > 0 ? { ...rest, amounts } : rest
      }
      const depositsSen = sen('sspnDeposits') ?? 0
      const withdrawalsSen = sen('sspnWithdrawals') ?? 0
      const educationWithdrawalsSen = sen('sspnEducation') ?? 0
      const isSaving = depositsSen + withdrawalsSen + educationWithdrawalsSen > 0
      return {
        ...without(facts, 'sspn'),
        ...(isSaving && { sspn: { depositsSen, withdrawalsSen, educationWithdrawalsSen } }),
        amounts: { ...amounts, 'prs-deferred-annuity': sen('prs') ?? 0 },
      }
    },
    check: ({ values, sen }) =>
      values.hasSavings === 'yes' && !sen('prs') && !sen('sspnDeposits') ? oneAmount(['prs']) : {},
    law: () => 'prs-deferred-annuity',
    statements: ['sspn', 'prs'],
  },
  statedAmounts({
    id: 'zakat',
    card: 'zakat',
    choice: 'paysZakat',
    amounts: [{ name: 'zakat', code: 'rebate-zakat-fitrah' }],
    statements: ['zakat'],
  }),
]
