/** A child, as far as the conditions of reliefs ask. */
export interface ChildOfYear {
  /** A calendar day such as 2015-03-09. */
  bornOn: string
  diedOn?: string | undefined
  disabled: boolean
}

/** What is known of a household in a year. Undefined: not known. A status counts if it held at some time of the year. */
export interface Household {
  year: number
  /** Tax resident for the year. */
  resident: boolean | undefined
  sex: 'female' | 'male' | undefined
  maritalStatus: 'single' | 'married' | 'divorced' | 'widowed' | undefined
  disabled: boolean | undefined
  /** null: there was none in the year. */
  spouse: { disabled: boolean | undefined } | null | undefined
  children: readonly ChildOfYear[] | undefined
  parents:
    | {
        living: number
        inMalaysia: boolean
        /** They died in the year, or came to or left Malaysia in it. */
        partOfYear: boolean
        disabled: boolean | undefined
      }
    | undefined
  /** Income from rent, in sen. */
  rentSen: number
}
