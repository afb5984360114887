import type { ClaimSummary } from './claim-views.ts'

/**
 * The answers made of a claim, as they are sent, for as long as the claim itself is kept: writing one of 50,000 receipts
 * takes 100 ms.
 */
export function createKeptAnswers() {
  const byClaim = new WeakMap<ClaimSummary, Map<string, Buffer>>()
  return function answerOf(
    summary: ClaimSummary,
    variant: string,
    write: () => string | ArrayBuffer | Buffer,
  ): Buffer {
    const ofClaim = byClaim.get(summary) ?? new Map<string, Buffer>()
    byClaim.set(summary, ofClaim)
    const answer = ofClaim.get(variant) ?? Buffer.from(write() as string)
    ofClaim.set(variant, answer)
    return answer
  }
}
