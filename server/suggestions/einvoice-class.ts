import { supportedReliefs } from '../law/einvoice.ts'
import type { Law } from '../law/law.ts'
import { codesOf, findRelief } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import { paper } from './rules/document-kinds.ts'
import { type Circumstances, nothingCounts, type Opinion, personFor } from './verdict.ts'
import { quoted } from './wording.ts'

const silent = new Set<string>(paper.silentCodes)

/** How far a supplier's class is to be believed, by how clearly it points at one relief. */
const TRUST = { direct: 0.88, conditional: 0.5, ambiguous: 0.4, none: 0.85 }

export function createClassReader(law: Law) {
  const classes = new Map(law.einvoice.codes.map((entry) => [entry.code, entry]))
  const supported = (year: TaxYear, code: string) => {
    const { reliefs, gifts, ...rest } = supportedReliefs(year, code)
    return { ...rest, codes: [...reliefs, ...gifts] }
  }

  return {
    /** The name of a class whose e-invoices are no evidence of a personal claim (consolidated, self-billed), or null. */
    noEvidence(code: string | null): string | null {
      const entry = classes.get(code ?? '')
      return entry && entry.use !== 'purchase' ? entry.en : null
    },

    /**
     * What the class of a line, its words and its shop say together; null where the class says nothing.
     * @param words what the line's own words say, if anything
     * @param shop what the merchant or the owner's habit says, if anything
     */
    opinionOf(
      code: string,
      year: TaxYear,
      words: Opinion | null,
      shop: Opinion | null,
      on: Circumstances,
    ): Opinion | null {
      const entry = classes.get(code)
      if (!entry || silent.has(code)) return null
      const { codes, certainty, note } = supported(year, code)
      const classed = `is classed ${code} ${quoted(entry.en)} by the supplier`
      if (codes.length === 0) {
        const isOfOtherYear = law.years.some((other) => supported(other, code).codes.length > 0)
        const why = isOfOtherYear ? `and ${year.year} has no relief for it` : 'which no relief takes'
        return nothingCounts(`${classed}, ${why}`, TRUST.none)
      }
      const below = codes.flatMap((top) => {
        const relief = findRelief(year, top)
        return relief ? codesOf(relief) : [top]
      })
      const fits = (opinion: Opinion | null) =>
        opinion?.relief !== null && below.includes(opinion?.relief ?? '')
      // The class covers what the words leave out: accessories are invoiced as computers.
      if (words?.relief === null) return { ...words, because: `${classed}, but ${words.because}` }
      if (words && fits(words)) {
        const confidence = Math.max(words.confidence, 0.92)
        return { ...words, confidence, because: `${classed} and ${words.because}` }
      }
      if (shop && fits(shop))
        return { ...shop, confidence: Math.max(shop.confidence, 0.75), because: classed }
      const [first = ''] = codes
      const isClear = certainty === 'direct' && codes.length === 1
      return {
        relief: first,
        person: personFor(first, on.person, on),
        confidence: words ? TRUST.ambiguous : TRUST[certainty],
        question:
          isClear && !words
            ? null
            : `The supplier classed it ${quoted(entry.en)}. ${note ?? 'Which relief is it for?'}: is it so?`,
        because: classed,
      }
    },
  }
}
export type ClassReader = ReturnType<typeof createClassReader>
