import type { Suggestion } from '../../server/receipts/allocation.ts'
import type { Suggested, SuggestionInput } from '../../server/suggestions/suggestion.ts'
import type { AnsweredLine, AnsweredReceipt } from './suggestion-set.ts'

/** What was suggested for a line. */
export interface Answer {
  receipt: AnsweredReceipt
  line: AnsweredLine
  /** Null: the line does not count. */
  relief: string | null
  isAsked: boolean
  confidence: number
  /** In English. */
  reason: string
}

export interface Figures {
  receipts: number
  lines: number
  /** The others are percentages; null without anything to divide by. */
  precision: number | null
  recall: number | null
  rightLines: number | null
  wrongAbove80: number | null
  openAsked: number | null
}

/** A receipt as the suggester gets it. */
export function inputOf({ year, merchant, page, lines }: AnsweredReceipt): SuggestionInput {
  const items = lines.map(({ description, rm }) => ({
    description,
    amountSen: Math.round(rm * 100),
    classification: null,
  }))
  const printed = lines.map(({ description, rm }) => `${description} ${rm.toFixed(2)}`)
  const amountSen = items.reduce((sum, item) => sum + item.amountSen, 0)
  return { year, merchant, amountSen, items, text: [merchant, ...page, ...printed].join('\n'), past: [] }
}

/** The suggestion for each line of a receipt. */
export function answersOf(receipt: AnsweredReceipt, { parts }: Suggested): Answer[] {
  return receipt.lines.map((line, index) => {
    const part = parts.find(({ items }) => items.includes(index))
    // A charge or discount that the other lines share.
    if (!part)
      return { receipt, line, relief: null, isAsked: false, confidence: 0, reason: 'shared by the others' }
    const { relief, question, confidence, reason } = part
    return { receipt, line, relief, isAsked: question !== null, confidence, reason: reason.en }
  })
}

/** A suggestion as files of answers write it. */
export const codeOf = ({
  relief,
  question,
}: Pick<Suggestion['parts'][number], 'relief'> & { question: unknown }) =>
  `${relief ?? 'none'}${question ? '?' : ''}`

const withoutMark = (code: string) => code.replace(/\?$/, '')
const isNoneRight = ({ expected }: AnsweredLine) => expected.includes('none')
const isCodeExpected = ({ expected }: AnsweredLine) => expected.some((code) => code !== 'none')

/** Whether the code, asked or not, is one of the right ones. */
export const isRight = ({ relief, line }: Answer) =>
  line.expected.some((code) => withoutMark(code) === (relief ?? 'none'))

/** Whether the law leaves open if the suggested relief applies, so that the user must be asked. */
export const isOpen = ({ relief, line }: Answer) =>
  relief !== null && line.expected.includes(`${relief}?`) && !line.expected.includes(relief)

const percent = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 1000) / 10)

/** The figures of issue reports and docs/suggestions.md. */
export function figuresOf(receipts: number, answers: Answer[]): Figures {
  const suggested = answers.filter(({ relief }) => relief !== null)
  const none = answers.filter(({ relief }) => relief === null)
  const right = suggested.filter(isRight).length
  const wrongCodes = suggested.filter((answer) => !isRight(answer) && isCodeExpected(answer.line)).length
  const missed = none.filter(({ line }) => !isNoneRight(line)).length
  const sure = answers.filter(({ confidence }) => confidence > 0.8)
  const open = suggested.filter(isOpen)
  return {
    receipts,
    lines: answers.length,
    precision: percent(right, suggested.length),
    recall: percent(right, right + wrongCodes + missed),
    rightLines: percent(right + none.length - missed, answers.length),
    wrongAbove80: percent(sure.filter((answer) => !isRight(answer)).length, sure.length),
    openAsked: percent(open.filter(({ isAsked }) => isAsked).length, open.length),
  }
}
