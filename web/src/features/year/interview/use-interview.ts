import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ClaimLine, Claims, Facts } from '../../../../../server/api-types.ts'
import { claimsQuery, reliefsQuery } from '../../../api/queries.ts'
import { taxpayerQuery, useSaveFacts } from '../../../api/taxpayer.ts'
import { useDrafts } from '../../../ui/use-drafts.ts'
import type { Answer, Known } from './fields.ts'
import type { Screen } from './screen.ts'
import { cardsOf } from './screens.ts'

export type Drafts = ReturnType<typeof useDrafts>

/** The cards of a year with what is known, what is typed, and the way an answer is saved. */
export function useInterview(year: number) {
  const taxpayer = useQuery(taxpayerQuery(year))
  const reliefs = useQuery(reliefsQuery(year))
  const claims = useQuery(claimsQuery(year))
  const drafts = useDrafts(draftsOf(year))
  const { mutateAsync } = useSaveFacts(year)
  const [failures, setFailures] = useState<Partial<Record<Screen['id'], unknown>>>({})
  const facts = taxpayer.data?.facts
  const law = reliefs.data
  const claimed = claims.data

  const known = useMemo(
    () => facts && law && claimed && { year, facts, reliefs: law, receiptsSen: receiptsIn(claimed) },
    [year, facts, law, claimed],
  )
  const cards = useMemo(() => (known ? cardsOf(known) : []), [known])

  /** @returns whether it was taken; if not, `failures` says why and what was typed is still there */
  async function save(screen: Screen, answer: Answer, all: Known): Promise<boolean> {
    const was = JSON.stringify(screen.read(all.facts, all))
    const change = (latest: Facts) => screen.apply(latest, answer, { ...all, facts: latest })
    const mayRepeat = (latest: Facts) => JSON.stringify(screen.read(latest, all)) === was
    setFailures(({ [screen.id]: _, ...others }) => others)
    try {
      await mutateAsync({ change, mayRepeat })
    } catch (error) {
      setFailures((others) => ({ ...others, [screen.id]: error }))
      return false
    }
    for (const { name } of screen.fields) {
      drafts.forget(name)
      drafts.forget(`was ${name}`)
    }
    return true
  }

  return {
    known,
    cards,
    /** The cards as they will be with an answer: what is asked next depends on it. */
    cardsWith: (screen: Screen, answer: Answer) =>
      known ? cardsOf({ ...known, facts: screen.apply(known.facts, answer, known) }) : cards,
    drafts,
    save,
    failures,
    fromEarlierYear: taxpayer.data?.fromEarlierYear ?? null,
    error: taxpayer.error ?? reliefs.error ?? claims.error,
    retry: () => void Promise.all([taxpayer.refetch(), reliefs.refetch(), claims.refetch()]),
  }
}

export type Interview = ReturnType<typeof useInterview>

/** Under which what is typed for a year is kept on the device. */
export const draftsOf = (year: number) => `facts ${year}`

/** What the confirmed receipts claim, by code. */
function receiptsIn({ reliefs, rebates, gifts }: Claims) {
  const flat = (lines: ClaimLine[]): ClaimLine[] => lines.flatMap((line) => [line, ...flat(line.children)])
  const lines = [...flat(reliefs), ...rebates, ...gifts]
  const byCode = new Map(lines.map(({ code, receiptsSen }) => [code, receiptsSen]))
  return (code: string) => byCode.get(code) ?? 0
}
