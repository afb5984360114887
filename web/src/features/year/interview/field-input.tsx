import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { findRelief } from '../../../ui/relief-names.ts'
import type { ChildDraft } from './fields/child-draft.ts'
import { ChildrenList } from './fields/children-list.tsx'
import { Choices, type Option } from './fields/choices.tsx'
import { DayInput } from './fields/day-input.tsx'
import { MoneyInput } from './fields/money-input.tsx'
import { Shares } from './fields/shares.tsx'
import {
  type ChoiceField,
  childrenIn,
  type Field,
  type FieldName,
  type Known,
  type MoneyField,
  sharesIn,
} from './fields.ts'
import { homeLoansOf } from './screen.ts'
import type { Effects } from './use-effects.ts'
import type { Drafts } from './use-interview.ts'
import { CHILD_DRAFT, type Question } from './use-question.ts'

interface FieldInputProps<F extends Field = Field> {
  field: F
  known: Known
  question: Question
  effects: Effects
  drafts: Drafts
}

/** A field by its kind. */
export function FieldInput(props: FieldInputProps) {
  const { field, known, question, effects, drafts } = props
  const t = useTranslations('interview')
  const value = question.values[field.name] ?? ''
  const wrong = question.wrong[field.name]
  const error = wrong && t(`wrong.${wrong}`)
  if (field.kind === 'money') return <Money {...props} field={field} />
  if (field.kind === 'choice') return <Choice {...props} field={field} />
  if (field.kind === 'day')
    return (
      <DayInput
        label={t(`fields.${field.name}`)}
        value={value}
        error={error}
        onChange={(text) => question.set(field.name, text)}
      />
    )
  if (field.kind === 'shares') {
    return (
      <Shares
        list={known.facts.children ?? []}
        value={sharesIn(question.values)}
        onChange={(shares) => question.set(field.name, JSON.stringify(shares))}
      />
    )
  }
  const typed = drafts.drafts[CHILD_DRAFT]
  return (
    <ChildrenList
      year={known.year}
      list={value ? childrenIn(question.values) : []}
      reliefsSen={effects.after?.childrenSen ?? effects.now?.childrenSen ?? []}
      draft={typed ? (JSON.parse(typed) as ChildDraft) : null}
      onDraft={(draft) => drafts.setDraft(CHILD_DRAFT, draft && JSON.stringify(draft))}
      error={error}
      onChange={(list) => question.set(field.name, JSON.stringify(list))}
    />
  )
}

/** What belongs into an amount, where its name does not say enough. */
const HINTS = {
  businessIncome: 'business',
  partnershipIncome: 'partnership',
  dividendIncome: 'dividends',
  pcb: 'pcb',
  capitalAllowances: 'capitalAllowances',
  businessLoss: 'businessLoss',
  earlierLosses: 'earlierLosses',
  instalments: 'instalments',
  agentDeductions: 'agentDeductions',
  deductedAtSource: 'deductedAtSource',
} as const satisfies Partial<Record<FieldName, string>>
const hintOf = (name: FieldName) => (name in HINTS ? HINTS[name as keyof typeof HINTS] : undefined)

function Money({ field, known, question }: FieldInputProps<MoneyField>) {
  const t = useTranslations('interview')
  const { shortMoney } = useFormats()
  const { name, code, optional } = field
  const law = code === undefined ? undefined : findRelief(known.reliefs, code)
  const limitSen = law && 'limitSen' in law ? law.limitSen : null
  const receiptsSen = code === undefined ? 0 : known.receiptsSen(code)
  const named = field.label?.(known) ?? name
  const hint = hintOf(named)
  const hints = [
    receiptsSen > 0 && t('fromReceipts', { amount: shortMoney(receiptsSen) }),
    limitSen !== null && t('limit', { amount: shortMoney(limitSen) }),
    hint && t(`hints.${hint}`),
  ].filter(Boolean)
  const wrong = question.wrong[name]
  const label = t(`fields.${named}`)
  const note = name === 'loanTogether' ? t('optionalOwners') : t('optional')
  return (
    <MoneyInput
      label={optional ? `${label} (${note})` : label}
      hint={hints.length > 0 && hints.join(' ')}
      value={question.values[name] ?? ''}
      error={wrong && t(`wrong.${wrong}`)}
      onChange={(text) => question.set(name, text)}
    />
  )
}

/** Fields that are a question of their own below the screen's. */
const SHOWN: ReadonlySet<string> = new Set([
  'spouseDisabled',
  'parentDisabled',
  'endedInYear',
  'claimPayments',
  'abroad',
  'resident',
  'employmentRate',
  'rateFirstYear',
])

type OptionName = 'none' | 'yes' | 'no' | 'unsure'
type RateOption = 'none' | 'returning-expert' | 'knowledge-worker' | 'c-suite'
type ResidentOption = 'yes' | 'no' | 'unsure'

function Choice({ field, known, question, effects }: FieldInputProps<ChoiceField>) {
  const t = useTranslations('interview')
  const { shortMoney, nameOf } = useFormats()
  const { name, weighs } = field
  const loans = name === 'homeLoan' ? homeLoansOf(known.reliefs) : []
  const isIncomeKnown = (effects.now?.payableSen ?? 0) > 0

  function optionOf(value: string): Option {
    const loan = loans.find(({ code }) => code === value)
    if (loan)
      return {
        value,
        label: nameOf(loan.shortName),
        hint: t('limit', { amount: shortMoney(loan.limitSen ?? 0) }),
      }
    const effectSen = weighs ? effects.options[value] : undefined
    const amount = shortMoney(Math.abs(effectSen ?? 0))
    const rate = effects.now?.ratePercent ?? 0
    const hint =
      name === 'resident'
        ? t(`hints.resident.${value as ResidentOption}`)
        : name === 'employmentRate'
          ? t(`hints.employmentRate.${value as RateOption}`)
          : value === 'unsure'
            ? t(name === 'openChildren' ? 'hints.unsureChild' : 'hints.unsure')
            : name === 'whoClaims' && value === 'self' && rate > 0 && t('hints.self', { rate: String(rate) })
    const effect =
      effectSen === undefined || !isIncomeKnown
        ? undefined
        : effectSen === 0
          ? shortMoney(0)
          : t(effectSen < 0 ? 'foot.less' : 'foot.more', { amount })
    const label = name === 'rateFirstYear' ? value : t(`options.${value as OptionName}`)
    return { value, label, hint: isWide && hint, effect }
  }

  const values = field.options(known)
  // Answers in a row have no room for more than themselves.
  const isWide = weighs || loans.length > 0 || name === 'resident' || name === 'employmentRate'
  const wrong = question.wrong[name]
  return (
    <Choices
      legend={t(`fields.${name}`)}
      isShown={SHOWN.has(name)}
      options={values.map(optionOf)}
      value={question.values[name] ?? ''}
      error={wrong && t(`wrong.${wrong}`)}
      onChange={(value) => question.set(name, value)}
    />
  )
}
