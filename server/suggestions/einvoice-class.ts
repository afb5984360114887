import type { Text } from '../language.ts'
import { supportedReliefs } from '../law/einvoice.ts'
import type { Law } from '../law/law.ts'
import { codesOf, findRelief } from '../law/tree.ts'
import type { TaxYear } from '../law/year.ts'
import { say } from '../texts/index.ts'
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
    noEvidence(code: string | null): Text | null {
      const entry = classes.get(code ?? '')
      return entry && entry.use !== 'purchase' ? entry.name : null
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
      const className = say((_, of) => of(quoted(of(entry.name))))
      const classed = say(({ suggestions }, of) => suggestions.classed(code, of(className)))
      if (codes.length === 0) {
        const isOfOtherYear = law.years.some((other) => supported(other, code).codes.length > 0)
        const reason = say(({ suggestions }, of) =>
          isOfOtherYear
            ? suggestions.classedOtherYear(of(classed), year.year)
            : suggestions.classedNoRelief(of(classed)),
        )
        return notClaimable(reason, CONFIDENCE.none)
      }
      const below = codes.flatMap((top) => {
        const relief = findRelief(year, top)
        return relief ? codesOf(relief) : [top]
      })
      const fits = (verdict: Verdict | null) =>
        verdict?.relief !== null && below.includes(verdict?.relief ?? '')
      // A class is broader than the words: accessories are invoiced as computers.
      const says = words?.reason
      if (words?.relief === null) {
        const reason = say(({ suggestions }, of) => suggestions.classedBut(of(classed), says ? of(says) : ''))
        return { ...words, reason }
      }
      if (words && fits(words)) {
        const confidence = Math.max(words.confidence, 0.92)
        const reason = say(({ suggestions }, of) => suggestions.classedAnd(of(classed), says ? of(says) : ''))
        return { ...words, confidence, reason }
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
            : say(({ suggestions }, of) =>
                note
                  ? suggestions.doesClassApply(of(className), of(note))
                  : suggestions.whichRelief(of(className)),
              ),
        reason: classed,
      }
    },
  }
}
export type ClassReader = ReturnType<typeof createClassReader>
