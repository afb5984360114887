import type { Holdings, Person, PersonalData } from '../personal-data.ts'

/** How much all modules store about a person, and the latest of their days. */
export async function holdingsOf(modules: PersonalData[], person: Person): Promise<Holdings> {
  const found = await Promise.all(modules.map((data) => data.holdings(person)))
  return {
    counts: Object.assign({}, ...found.map(({ counts }) => counts)),
    retainUntil: latest(found.map(({ retainUntil }) => retainUntil)),
    lockedUntil: latest(found.map(({ lockedUntil }) => lockedUntil)),
  }
}

const latest = (days: (string | null)[]) =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null
