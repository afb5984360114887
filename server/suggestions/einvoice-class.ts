import { supportedReliefs } from '../law/einvoice.ts'
import type { Law } from '../law/law.ts'
import { codesOf, findRelief } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import { documentWords } from './rules/document-kinds.ts'
import { notClaimable, personFor, type ReceiptContext, type Verdict } from './verdict.ts'
import { quoted } from './wording.ts'

const silent = new Set<string>(documentWords.silentCodes)

/** Confidence in the supplier's classification, by how clearly it points at one relief. */
const CONFIDENCE = { direct: 0.88, conditional: 0.5, ambiguous: 0.4, none: 0.85 }

export function createClassReader(law: Law) {
  const classes = new Map(law.einvoice.codes.map((entry) => [entry.code, entry]))
  const supported = (year: TaxYear, code: string) => {
    const { reliefs, gifts, ...rest } = supportedReliefs(year, code)
    return { ...rest, codes: [...reliefs, ...gifts] }
  }

  return {
    /** The name of a class whose e-invoices are no evidence of a personal claim (consolidated, self-billed); else null. */
    noEvidence(code: string | null): string | null {
      const entry = classes.get(code ?? '')
      return entry && entry.use !== 'purchase' ? entry.en : null
    },

    /**
     * The verdict by the class of a line, its words and its merchant together; null if the class says nothing.
     * @param words the verdict by the line's own words, if any
     * @param shop the verdict by the merchant or the owner's past decisions, if any
     */
    verdictOf(
      code: string,
      year: TaxYear,
      words: Verdict | null,
      shop: Verdict | null,
      context: ReceiptContext,
    ): Verdict | null {
      const entry = classes.get(code)
      if (!entry || silent.has(code)) return null
      const { codes, certainty, note } = supported(year, code)
      const classed = `is classified ${code} ${quoted(entry.en)} by the supplier`
      if (codes.length === 0) {
        const isOfOtherYear = law.years.some((other) => supported(other, code).codes.length > 0)
        const why = isOfOtherYear ? `and ${year.year} has no relief for it` : 'which no relief covers'
        return notClaimable(`${classed}, ${why}`, CONFIDENCE.none)
      }
      const below = codes.flatMap((top) => {
        const relief = findRelief(year, top)
        return relief ? codesOf(relief) : [top]
      })
      const fits = (verdict: Verdict | null) =>
        verdict?.relief !== null && below.includes(verdict?.relief ?? '')
      // A class is broader than the words: accessories are invoiced as computers.
      if (words?.relief === null) return { ...words, reason: `${classed}, but ${words.reason}` }
      if (words && fits(words)) {
        const confidence = Math.max(words.confidence, 0.92)
        return { ...words, confidence, reason: `${classed} and ${words.reason}` }
      }
      if (shop && fits(shop)) return { ...shop, confidence: Math.max(shop.confidence, 0.75), reason: classed }
      const [first = ''] = codes
      const isClear = certainty === 'direct' && codes.length === 1
      return {
        relief: first,
        person: personFor(first, context.person, context),
        confidence: words ? CONFIDENCE.ambiguous : CONFIDENCE[certainty],
        question:
          isClear && !words
            ? null
            : `The supplier classified it as ${quoted(entry.en)}. ${note ? `${note}. Does that apply?` : 'Which relief is it for?'}`,
        reason: classed,
      }
    },
  }
}
export type ClassReader = ReturnType<typeof createClassReader>
