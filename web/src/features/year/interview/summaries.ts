import type { useFormats, useTranslations } from '../../../i18n/index.ts'
import { findRelief } from '../../../ui/relief-names.ts'
import type { Known } from './fields.ts'
import { type CardId, homeLoansOf } from './screen.ts'

interface Words {
  t: ReturnType<typeof useTranslations<'interview'>>
  shortMoney: ReturnType<typeof useFormats>['shortMoney']
}

const sum = (amounts: readonly (number | undefined)[]) =>
  amounts.reduce<number>((all, sen) => all + (sen ?? 0), 0)

/** The answer of a card in a few words; empty where nothing is answered. */
export function summaryOf(card: CardId, { facts, receiptsSen }: Known, { t, shortMoney }: Words): string {
  const {
    income,
    taxPaidSen,
    instalmentsSen,
    maritalStatus,
    spouse,
    children,
    parents,
    epf,
    amounts,
    sspn,
    disabled,
    housingLoan,
  } = facts
  const amount = (
    name: 'pcb' | 'instalments' | 'epf' | 'socso' | 'insurance' | 'savings' | 'receipts' | 'interest',
    sen: number,
  ) => sen > 0 && t(`summary.${name}`, { amount: shortMoney(sen) })
  const joined = (...parts: (string | false | undefined)[]) => parts.filter(Boolean).join(', ')
  switch (card) {
    case 'work':
      return joined(
        income && shortMoney(sum(Object.values(income))),
        amount('pcb', taxPaidSen ?? 0),
        amount('instalments', instalmentsSen ?? 0),
      )
    case 'spouse': {
      if (!maritalStatus && !spouse) return ''
      if (maritalStatus && maritalStatus !== 'married') return t(`options.${maritalStatus}`)
      const earned = sum(Object.values(spouse?.income ?? {}))
      const known = spouse?.income
        ? earned > 0
          ? shortMoney(earned)
          : t('summary.spouseNone')
        : t('summary.spouseUnknown')
      return joined(t('options.married'), known)
    }
    case 'children': {
      const names = children?.map(({ label }) => label).filter(Boolean) ?? []
      if (children && names.length === children.length && names.length > 0) return names.join(', ')
      return children ? t('summary.children', { count: children.length }) : ''
    }
    case 'parents':
      if (!parents) return ''
      return t(
        parents.living === 0
          ? 'summary.gone'
          : parents.inMalaysia
            ? 'summary.inMalaysia'
            : 'summary.notInMalaysia',
      )
    case 'epf': {
      const insurance = sum([
        amounts?.['life-insurance-or-voluntary-epf'],
        amounts?.['education-medical-insurance'],
      ])
      const savings = sum([sspn?.depositsSen, amounts?.['prs-deferred-annuity']])
      return joined(
        epf && t('summary.epf', { amount: shortMoney(epf.compulsorySen + epf.voluntarySen) }),
        amount('socso', amounts?.['socso-eis'] ?? 0),
        amount('insurance', insurance),
        amount('savings', savings),
      )
    }
    case 'zakat': {
      const paid = amounts?.['rebate-zakat-fitrah']
      const told = receiptsSen('rebate-zakat-fitrah')
      if (paid === undefined && told === 0) return ''
      return joined(paid ? shortMoney(paid) : told === 0 && t('summary.none'), amount('receipts', told))
    }
    case 'disability': {
      if (disabled === undefined) return ''
      const others = (children ?? []).filter((child) => child.disabled).length
      const who = joined(
        disabled && t('summary.me'),
        spouse?.disabled && t('summary.spouse'),
        others > 0 && t('summary.child', { count: others }),
      )
      return who || t('summary.nobody')
    }
    case 'home':
      if (!housingLoan) return ''
      return amount('interest', housingLoan.interestSen) || t('summary.noLoan')
  }
}

/** Why a card that is not answered is worth answering. */
export function invitationOf(card: CardId, { reliefs }: Known, { t, shortMoney }: Words): string {
  const code = { children: 'child-under-18', parents: 'parents-medical', epf: 'life-insurance-epf' }[
    card as string
  ]
  const law = code === undefined ? homeLoansOf(reliefs)[0] : findRelief(reliefs, code)
  const limitSen = law && 'limitSen' in law ? (law.limitSen ?? 0) : 0
  return t(`summary.open.${card}`, { amount: shortMoney(limitSen) })
}
