/**
 * What the monthly tax deduction (PCB) of a year is computed with. Amounts in sen. The bands equal those of the return;
 * `rebateSen` is the rebate that the table of LHDN has worked into its column B.
 */
export interface PcbYear {
  year: number
  /** Earlier months of the year ran on a table that could not be read. */
  firstMonth: number
  /** `ratePercent` applies from `overSen`; `taxUpToHereSen` is the tax on all below. */
  bands: readonly { overSen: number; ratePercent: number; taxUpToHereSen: number }[]
  /** For a chargeable income of at most this much, LHDN's table deducts a rebate. */
  rebateUpToSen: number
  rebateSen: number
  reliefs: {
    /** D: the individual. */
    individualSen: number
    /** S: a husband or wife without income. */
    spouseSen: number
    /** DU: a disabled employee. */
    disabledSen: number
    /** SU: a disabled husband or wife. */
    disabledSpouseSen: number
    /** Q: one unit of child relief. A child that grants four times as much has four units, one claimed by halves half of them. */
    childUnitSen: number
    /** The most that EPF and other approved funds deduct in a year. */
    epfSen: number
  }
  /** In percent. */
  nonResidentRate: number
  flatRate: number
  /** A deduction below this amount is not made. */
  minimumSen: number
  sources: readonly PcbSource[]
}

export interface PcbSource {
  title: string
  publisher: string
  url: string | null
  /** Where in the document. */
  place: string
  /** official: read in the document itself. transcription: in a public copy of it. secondary: in a text about it. */
  certainty: 'official' | 'transcription' | 'secondary'
  sha256?: string
}

const SPECIFICATION = {
  title: 'Specification for monthly tax deduction by computerised calculation, 2026 (updated 1 January 2026)',
  publisher: 'HASiL/LHDN',
  url: 'https://www.hasil.gov.my/wp-content/uploads/spesifikasi-kaedah-pengiraan-berkomputer-pcb-2026.pdf',
  place: 'pp. 7-25, 45-51',
  certainty: 'official',
  sha256: 'a1618051c858',
} as const satisfies PcbSource

const OLDER_TABLE = {
  title: 'Tables of the monthly tax deduction, June 2023 to 2025',
  publisher: 'HASiL/LHDN, in public transcriptions',
  url: null,
  place: 'table 1: the same as in the specification of 2026',
  certainty: 'transcription',
} as const satisfies PcbSource

const OLDER_AMOUNTS = {
  title: 'Amounts for disabled people in 2023 and 2024',
  publisher: 'texts about payroll; they agree with the reliefs of these years in the Act',
  url: null,
  place: 'DU, SU',
  certainty: 'secondary',
} as const satisfies PcbSource

const RM = 100

const latest = {
  firstMonth: 1,
  bands: [
    { overSen: 0, ratePercent: 0, taxUpToHereSen: 0 },
    { overSen: 5_000 * RM, ratePercent: 1, taxUpToHereSen: 0 },
    { overSen: 20_000 * RM, ratePercent: 3, taxUpToHereSen: 150 * RM },
    { overSen: 35_000 * RM, ratePercent: 6, taxUpToHereSen: 600 * RM },
    { overSen: 50_000 * RM, ratePercent: 11, taxUpToHereSen: 1_500 * RM },
    { overSen: 70_000 * RM, ratePercent: 19, taxUpToHereSen: 3_700 * RM },
    { overSen: 100_000 * RM, ratePercent: 25, taxUpToHereSen: 9_400 * RM },
    { overSen: 400_000 * RM, ratePercent: 26, taxUpToHereSen: 84_400 * RM },
    { overSen: 600_000 * RM, ratePercent: 28, taxUpToHereSen: 136_400 * RM },
    { overSen: 2_000_000 * RM, ratePercent: 30, taxUpToHereSen: 528_400 * RM },
  ],
  rebateUpToSen: 35_000 * RM,
  rebateSen: 400 * RM,
  reliefs: {
    individualSen: 9_000 * RM,
    spouseSen: 4_000 * RM,
    disabledSen: 7_000 * RM,
    disabledSpouseSen: 6_000 * RM,
    childUnitSen: 2_000 * RM,
    epfSen: 4_000 * RM,
  },
  nonResidentRate: 30,
  flatRate: 15,
  minimumSen: 10 * RM,
} as const

const before2025 = {
  ...latest,
  reliefs: { ...latest.reliefs, disabledSen: 6_000 * RM, disabledSpouseSen: 5_000 * RM },
  sources: [SPECIFICATION, OLDER_TABLE, OLDER_AMOUNTS],
} as const

/** The years whose rules were read. Until May 2023 the deduction ran on the rates of 2022. */
export const pcbYears: readonly PcbYear[] = [
  { year: 2023, ...before2025, firstMonth: 6 },
  { year: 2024, ...before2025 },
  { year: 2025, ...latest, sources: [SPECIFICATION, OLDER_TABLE] },
  { year: 2026, ...latest, sources: [SPECIFICATION] },
]

export const pcbYear = (year: number): PcbYear | undefined => pcbYears.find((one) => one.year === year)
