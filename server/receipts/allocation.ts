import { z } from 'zod'
import { beneficiaries } from '../law/relief.ts'
import { sen } from './values.ts'

/** For whom something was bought. */
const person = z
  .enum(beneficiaries)
  .nullable()
  .meta({ description: 'For whom it was bought, where the relief depends on that' })

const relief = z.string().max(60).nullable().meta({
  description: 'Code of a relief, gift or rebate. `null`: this part does not count',
  example: 'lifestyle-books',
})

/** A part of a receipt's ringgit amount and what it counts for. */
export const allocationSchema = z
  .object({
    relief,
    sen,
    person,
    year: z.int().nullable().meta({
      description: "The year of assessment it counts in. `null`: the receipt's own",
    }),
    otherYears: z.boolean().meta({
      description:
        'Whether claims of other years depend on it: it counts in another year, or its relief is limited across years',
    }),
    needsCertificate: z
      .literal(true)
      .optional()
      .meta({ description: 'The law asks for a certificate, to be kept with the receipt' }),
  })
  .meta({ id: 'Allocation' })
export type Allocation = z.output<typeof allocationSchema>

/** The reliefs that needed a certificate when allocations were stored without saying so. Never changed. */
const NEEDED_CERTIFICATE = new Set([
  'disabled-equipment',
  'education-self-upskilling',
  'medical-dental',
  'medical-fertility',
  'medical-learning-disability',
  'medical-serious-disease',
  'parents-carer',
  'parents-dental',
  'parents-medical-exam',
  'parents-medical-treatment',
  'parents-special-needs',
])

export const needsCertificate = (allocation: Pick<Allocation, 'relief' | 'needsCertificate'>) =>
  allocation.needsCertificate ?? NEEDED_CERTIFICATE.has(allocation.relief ?? '')

/**
 * Allocations of a receipt whose year of assessment changes. The parts of an instalment plan stay in the years of its
 * months. Everything else that counted in the receipt's own year moves with it.
 */
export function inYearsOfPlan(
  allocations: Allocation[],
  was: number | null,
  now: number | null,
): Allocation[] {
  if (was === null || was === now) return allocations
  // Only a plan puts an amount that was paid, rather than refunded, into another year.
  const plans = allocations.filter(({ year, sen }) => year !== null && sen > 0)
  return allocations.map((part) => {
    const isPlanned = plans.some(({ relief, person }) => relief === part.relief && person === part.person)
    const year = part.year ?? was
    return isPlanned ? { ...part, year: year === now ? null : year } : part
  })
}

/** What a receipt may count for. Nothing counts until a person allocates it. Stored with its texts in English. */
export const suggestionSchema = z
  .object({
    from: z
      .enum(['rules', 'past'])
      .meta({ description: '`rules`: the built-in rules. `past`: earlier decisions of the person' }),
    parts: z.array(
      z.object({
        relief,
        sen,
        person,
        year: z.int().optional().meta({
          description: 'On a credit note: the year of assessment whose claim it reduces',
        }),
        items: z.array(z.int()).meta({ description: "Indexes into the receipt's `items`, from 0" }),
        reason: z.string().meta({ description: 'The reason, for the person to check' }),
        confidence: z.number().meta({ description: '0 to 1' }),
        question: z
          .string()
          .nullable()
          .meta({ description: 'What the person must decide, where the law is unclear' }),
      }),
    ),
  })
  .meta({ id: 'Suggestion' })
export type Suggestion = z.output<typeof suggestionSchema>
