import { useQueries } from '@tanstack/react-query'
import type { Statement, StatementReading } from '../../../../../server/api-types.ts'
import { statementReadingQuery } from '../../../api/statements.ts'
import type { Mark } from '../../../ui/picture/marks.ts'

export type Figure = StatementReading['figures'][number]

/** The kinds that are read. */
const isRead = ({ kind }: Statement) => kind !== 'other'

export interface Proposal {
  /** On this paper. */
  sen: number
  confidence: number
  /** On all papers of its kind together. */
  togetherSen: number
  /** On how many of them it stands. */
  papers: number
}

/** What is read on a statement, and on the others of its kind, whose figures add up. */
export function useReadings(statement: Statement, all: readonly Statement[]) {
  const others = all.filter((one) => one.kind === statement.kind && one.id !== statement.id)
  const some = [statement, ...others].filter(isRead)
  const queries = useQueries({ queries: some.map(statementReadingQuery) })
  const [own, ...rest] = queries
  const readings = [own, ...rest].flatMap((query) => query?.data ?? [])
  return {
    own: own?.data,
    isPending: own?.isPending ?? false,
    error: own?.error ?? null,
    retry: () => void own?.refetch(),
    proposal(name: string): Proposal | undefined {
      const figure = own?.data?.figures.find((one) => one.name === name)
      if (!figure) return undefined
      const found = readings.flatMap(({ figures }) => figures.filter((one) => one.name === name))
      const togetherSen = found.reduce((sum, { sen }) => sum + sen, 0)
      return { sen: figure.sen, confidence: figure.confidence, togetherSen, papers: found.length }
    },
  }
}

/** The places on the first page, which is the one that is shown. */
export const marksOnPaper = (fileId: string, reading: StatementReading | undefined): Mark[] =>
  (reading?.figures ?? []).flatMap(({ name, lines }) =>
    lines.flatMap(({ page, box }, index) =>
      page === 1 ? [{ key: index === 0 ? name : `${name} ${index}`, fileId, page, box }] : [],
    ),
  )
