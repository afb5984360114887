import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Statement, StatementReading } from '../../../server/api-types.ts'
import { call, json } from './client.ts'
import { keys } from './keys.ts'

const path = (year: number) => `/tax-years/${year}/taxpayer/statements`

export const statementsQuery = (year: number) =>
  queryOptions({
    queryKey: keys.statements(year),
    queryFn: ({ signal }) => json<{ statements: Statement[] }>(path(year), { signal }),
    select: ({ statements }) => statements,
  })

/** Where the file of a statement is: as it was uploaded, or as a picture that every browser shows. */
export const statementFile = ({ year, id }: Pick<Statement, 'year' | 'id'>, size?: 'preview' | 'thumbnail') =>
  `${path(year)}/${id}/file${size ? `?size=${size}` : ''}`

/** What is read on a statement. The server reads it the first time it is asked, which takes seconds. */
export const statementReadingQuery = ({ year, id, reading }: Statement) =>
  queryOptions({
    queryKey: keys.statementReading(id),
    queryFn: async ({ signal }): Promise<StatementReading | null> =>
      (await json<Statement>(`${path(year)}/${id}/reading`, { method: 'POST', signal })).reading,
    ...(reading && { initialData: reading }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

export interface NewStatement {
  file: File
  kind: Statement['kind']
  /** Code of the relief it proves, where its kind does not say so. */
  shows?: string | undefined
}

export function useAddStatement(year: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, kind, shows }: NewStatement) => {
      const body = new FormData()
      body.set('file', file)
      const query = new URLSearchParams({ kind, ...(shows && { shows }) })
      return json<Statement>(`${path(year)}?${query}`, { method: 'POST', body })
    },
    // Warnings of missing statements follow from them.
    onSuccess: () => client.invalidateQueries({ queryKey: keys.years }),
  })
}

export interface StatementRemoval {
  statement: Statement
  /** The day until which it must be kept, where the person has seen it and deletes it anyway. */
  acknowledgedUntil?: string
}

/** Deletes a statement for good. Fails with confirmation_needed and `retainUntil` while the law wants it kept. */
export function useRemoveStatement() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ statement: { year, id, version }, acknowledgedUntil }: StatementRemoval) =>
      call(`${path(year)}/${id}${acknowledgedUntil ? `?acknowledgedUntil=${acknowledgedUntil}` : ''}`, {
        method: 'DELETE',
        version,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.years }),
  })
}
