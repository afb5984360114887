import type { ComputedLine, NotKeptLine, TaxReturnLine } from './views.ts'

// Lines before their number on the form, their documents and what was entered are looked up.

interface AnyDraft extends Pick<TaxReturnLine, 'code' | 'en' | 'ms'> {
  /** null: the facts say nothing about it. */
  amountSen: number | null
  /** Of several lines that stand together on the form. */
  group?: 'charges' | 'rebates' | undefined
  /** Default: its names. */
  shortName?: TaxReturnLine['shortName']
  /** Where nothing was entered: what is missing. */
  missing?: TaxReturnLine['missing']
}

/** A line that a person enters. */
export interface EnteredDraft extends AnyDraft {
  by: 'person'
  part: TaxReturnLine['part']
  spentSen?: number
  limitSen?: number | null
  grantedBy?: TaxReturnLine['grantedBy']
  people?: TaxReturnLine['people']
  /** The codes that receipts and statements may have; default: its own. */
  codes?: string[]
}

/** A line that the form works out itself. */
export interface ComputedDraft extends AnyDraft {
  by: 'form'
  part: ComputedLine['part']
}

/** A line that the form asks for, and the facts have no place for. */
export interface NotKeptDraft extends AnyDraft {
  by: 'nobody'
  part: NotKeptLine['part']
  amountSen: null
}

export type Draft = EnteredDraft | ComputedDraft | NotKeptDraft
