import { z } from 'zod'
import { beneficiaries } from '../law/relief.ts'
import { sen } from './values.ts'

/** For whom something was bought. */
const person = z
  .enum(beneficiaries)
  .nullable()
  .meta({ description: 'For whom, where the relief asks for that' })

const relief = z
  .string()
  .max(60)
  .nullable()
  .meta({ description: 'Code of a relief, gift or rebate; null: does not count', example: 'lifestyle-books' })

/** A part of a receipt's ringgit amount and what it counts for. */
export const allocationSchema = z
  .object({
    relief,
    sen,
    person,
    year: z.int().nullable().meta({
      description: "The year of assessment it counts in, where that is not the receipt's own",
    }),
    otherYears: z.boolean().meta({
      description:
        'Whether the claims of other years depend on it: it counts in one, or may be claimed only so often',
    }),
  })
  .meta({ id: 'Allocation' })
export type Allocation = z.output<typeof allocationSchema>

/**
 * Allocations of a receipt whose year of assessment turns out to be another: the parts of a plan stay in the years its
 * months lie in, and whatever else was of the receipt's own year goes with it.
 */
export function inYearsOfPlan(
  allocations: Allocation[],
  was: number | null,
  now: number | null,
): Allocation[] {
  if (was === null || was === now) return allocations
  // Only a plan puts what was paid, and not given back, into another year.
  const plans = allocations.filter(({ year, sen }) => year !== null && sen > 0)
  return allocations.map((part) => {
    const isPlanned = plans.some(({ relief, person }) => relief === part.relief && person === part.person)
    const year = part.year ?? was
    return isPlanned ? { ...part, year: year === now ? null : year } : part
  })
}

/** What a receipt may count for; nothing does until a person says so. */
export const suggestionSchema = z
  .object({
    from: z.enum(['rules', 'past']).meta({ description: 'The rules, or what the person decided earlier' }),
    parts: z.array(
      z.object({
        relief,
        sen,
        person,
        year: z.int().optional().meta({
          description: 'The year whose claim it takes back, on a note to an earlier invoice',
        }),
        items: z.array(z.int()).meta({ description: "Which of the receipt's items, counted from 0" }),
        reason: z.string().meta({ description: 'Why, so that a person can check it' }),
        confidence: z.number().meta({ description: '0 to 1' }),
        question: z
          .string()
          .nullable()
          .meta({ description: 'What a person must decide, where the law is disputed' }),
      }),
    ),
  })
  .meta({ id: 'Suggestion' })
export type Suggestion = z.output<typeof suggestionSchema>
