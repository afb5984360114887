import type { ComputedLine, NotKeptLine, TaxReturn, TaxReturnLine } from '../claims/tax-return/views.ts'
import type { Language } from '../language.ts'
import { type Words, words } from './words/index.ts'

/** A line of the form: who fills it in, and where the answer is given that it lacks. */
export type ReturnLine = (
  | ({ by: 'person' } & Omit<TaxReturnLine, 'enteredSen'>)
  | ({ by: 'form' } & ComputedLine)
  | ({ by: 'nobody'; amountSen: null; missing: null } & NotKeptLine)
) & { enterIn: string | null }

/** The whole return as exports have it. */
export interface ExportedReturn
  extends Pick<
    TaxReturn,
    'form' | 'assessment' | 'dueOn' | 'eFilingUntil' | 'deadlineVerified' | 'carriedForward'
  > {
  /** In the order of the form. */
  lines: ReturnLine[]
}

export function exportedReturn(taxReturn: TaxReturn, language: Language): ExportedReturn {
  const { form, assessment, dueOn, eFilingUntil, deadlineVerified, carriedForward } = taxReturn
  const enterIn = (missing: TaxReturnLine['missing']) =>
    missing === null ? null : words[language].enterIn[missing]
  const lines: ReturnLine[] = [
    ...taxReturn.lines.map(({ enteredSen, ...line }) => ({
      by: 'person' as const,
      ...line,
      enterIn: enterIn(line.missing),
    })),
    ...taxReturn.computed.map((line) => ({ by: 'form' as const, ...line, enterIn: enterIn(line.missing) })),
    ...taxReturn.notKept.map((line) => ({
      by: 'nobody' as const,
      ...line,
      amountSen: null,
      missing: null,
      enterIn: null,
    })),
  ]
  return {
    form,
    assessment,
    dueOn,
    eFilingUntil,
    deadlineVerified,
    carriedForward,
    lines: lines.sort((a, b) => a.order - b.order),
  }
}

/** What belongs in a line and what to keep, in one sentence each. */
export function noteText({ note }: Pick<ReturnLine, 'note'>, say: Words): string {
  if (note === null) return ''
  const { counts, keep } = note
  return [`${counts.join('. ')}.`, ...(keep === null ? [] : [say.keep(keep)])].join(' ')
}

/** One line for each missing answer: several may lack the same. */
export const openLines = (lines: readonly ReturnLine[]): ReturnLine[] =>
  lines.filter(
    ({ by, missing }, index) =>
      by === 'person' && missing !== null && lines.findIndex((line) => line.missing === missing) === index,
  )
