import type { Values } from '../fields.ts'
import { amountsIn, homeLoansOf, money, type Screen, without } from '../screen.ts'

/** Interest on the loan for a first home. */
export const homeScreens: readonly Screen[] = [
  {
    id: 'home',
    card: 'home',
    when: ({ reliefs }) => homeLoansOf(reliefs).length > 0,
    fields: [
      {
        kind: 'choice',
        name: 'homeLoan',
        options: ({ reliefs }) => ['none', ...homeLoansOf(reliefs).map(({ code }) => code), 'unsure'],
      },
      money('loanInterest', { shownIf: ({ homeLoan }) => isLoan(homeLoan) }),
      money('loanTogether', { optional: true, shownIf: ({ homeLoan }) => isLoan(homeLoan) }),
    ],
    read({ housingLoan }): Values {
      if (!housingLoan) return {}
      const { relief, interestSen, togetherSen } = housingLoan
      if (interestSen === 0) return { homeLoan: 'none' }
      return {
        homeLoan: relief,
        ...amountsIn([
          ['loanInterest', interestSen],
          ['loanTogether', togetherSen],
        ]),
      }
    },
    apply(facts, { values, sen }, { reliefs }) {
      const { homeLoan = 'unsure' } = values
      if (homeLoan === 'unsure') return without(facts, 'housingLoan')
      const relief = isLoan(homeLoan) ? homeLoan : (homeLoansOf(reliefs)[0]?.code ?? '')
      const togetherSen = sen('loanTogether')
      return {
        ...facts,
        housingLoan: {
          relief,
          interestSen: isLoan(homeLoan) ? (sen('loanInterest') ?? 0) : 0,
          ...(togetherSen !== undefined && { togetherSen }),
        },
      }
    },
    check: ({ sen }) =>
      (sen('loanTogether') ?? Number.POSITIVE_INFINITY) < (sen('loanInterest') ?? 0)
        ? { loanTogether: 'lessThanOwn' }
        : {},
    law: ({ reliefs }) => homeLoansOf(reliefs)[0]?.code,
    statements: ['housing-loan'],
  },
]

const isLoan = (homeLoan: string | undefined) =>
  homeLoan !== undefined && !['none', 'unsure', ''].includes(homeLoan)
