import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FactEffect, Facts } from '../../../../../server/api-types.ts'
import { factEffectsQuery } from '../../../api/taxpayer.ts'
import { checked, type Known } from './fields.ts'
import type { Screen } from './screen.ts'
import type { Question } from './use-question.ts'

/** Typing makes no more requests than this, in ms. */
const PAUSE_MS = 300

export interface Effects {
  now?: FactEffect | undefined
  /** With the answer as it stands; undefined where there is none yet. */
  after?: FactEffect | undefined
  /** What each answer of a choice does to the tax of both; negative: less. */
  options: Readonly<Record<string, number>>
}

/** What the answer changes in ringgit, asked of the server before it is saved. */
export function useEffects(screen: Screen, known: Known, question: Question): Effects {
  const wanted = useMemo(() => candidates(screen, known, question), [screen, known, question])
  const [[names, facts]] = useDebouncedValue(
    useStable([wanted.map(([name]) => name), wanted.map(([, one]) => one)] as const),
    PAUSE_MS,
  )
  const { data } = useQuery({
    // Without an answer yet: what is stored, to show the tax as it is.
    ...factEffectsQuery(known.year, facts.length > 0 ? facts : [known.facts]),
    placeholderData: keepPreviousData,
  })
  if (!data) return { options: {} }
  const found = new Map(names.map((name, index) => [name, data.estimates[index]]))
  const base = found.get(BASE) ?? data.now
  return {
    now: data.now,
    after: found.get(AFTER),
    options: Object.fromEntries(
      [...found].flatMap(([name, effect]) =>
        effect && name.startsWith(OPTION)
          ? [[name.slice(OPTION.length), effect.togetherSen - base.togetherSen]]
          : [],
      ),
    ),
  }
}

const AFTER = 'after'
const BASE = 'base'
const OPTION = 'option '

function candidates(screen: Screen, known: Known, { next, values }: Question): [string, Facts][] {
  const choice = screen.fields.find((field) => field.kind === 'choice' && field.weighs)
  const options = choice?.kind === 'choice' ? choice.options(known) : []
  const weighed = options.flatMap((option): [string, Facts][] => {
    if (!choice || option === 'unsure') return []
    const { answer, wrong } = checked(screen.fields, { ...values, [choice.name]: option }, known)
    return Object.keys(wrong).length > 0 ? [] : [[OPTION + option, screen.apply(known.facts, answer, known)]]
  })
  const base: [string, Facts][] = screen.baseline ? [[BASE, screen.baseline(known.facts)]] : []
  return [
    ...(next ? ([[AFTER, next]] as [string, Facts][]) : []),
    ...(weighed.length > 0 ? base : []),
    ...weighed,
  ]
}

/** The same object as long as its JSON is the same. */
function useStable<T>(value: T): T {
  const text = JSON.stringify(value)
  return useMemo(() => JSON.parse(text), [text])
}
