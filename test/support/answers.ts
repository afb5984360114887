import type { z } from 'zod'
import type { claimLine, claimsView, warningView } from '../../server/claims/claim-views.ts'
import type { estimateView } from '../../server/claims/estimate/estimate-views.ts'
import type { factEffectsView } from '../../server/claims/estimate/fact-effects-views.ts'
import type { whatIfView } from '../../server/claims/estimate/what-if-views.ts'
import type { lawView } from '../../server/claims/law-view.ts'
import type { overviewView } from '../../server/claims/overview/views.ts'
import type { receiptsBehindView } from '../../server/claims/receipts-behind-views.ts'
import type { recurringPage } from '../../server/claims/recurring/views.ts'
import type { reliefGuideView } from '../../server/claims/relief-guide.ts'
import type { reminderView } from '../../server/claims/reminder-views.ts'
import type { taxReturnView } from '../../server/claims/tax-return/views.ts'
import type { reliefsView, taxYearsView } from '../../server/claims/tax-year-views.ts'
import type { problemSchema } from '../../server/http/problem-schema.ts'
import type { queueView } from '../../server/receipts/routes/queue.ts'
import type { listView, receiptView, refundsView } from '../../server/receipts/routes/schemas.ts'
import type { splitView } from '../../server/receipts/routes/split.ts'
import type { textView } from '../../server/receipts/routes/text.ts'
import type { storedView, taxpayerView } from '../../server/taxpayer/facts-views.ts'
import type { statementView } from '../../server/taxpayer/statements/views.ts'

type NameOf<T> = T extends unknown ? keyof T : never
type Member<T, Name> = T extends unknown ? (Name extends keyof T ? T[Name] : never) : never
type Present<T> = [T] extends [readonly (infer Item)[]]
  ? Reached<Item>[] & { [At in '0' | '1' | '2' | '3' | '4' | '5']: Reached<Item> }
  : [T] extends [object]
    ? { [Name in NameOf<T>]: Reached<Member<T, Name>> }
    : T

/**
 * An answer as a test reaches into it. What may be null, missing or of another kind is taken to be there; where it is
 * not, the test fails at that place. A name that the API's schemas do not have is a compile error.
 */
export type Reached<T> = Present<NonNullable<T>>

type AnswerTo<View extends z.ZodType> = Reached<z.output<View>>

export type Receipt = AnswerTo<typeof receiptView>
export type ReceiptRow = AnswerTo<typeof listView>['receipts'][number]
export type StoredFacts = AnswerTo<typeof storedView>
/** With the members that some problems have beyond those of all. */
export type Problem = Reached<
  Pick<z.output<typeof problemSchema>, 'title' | 'status' | 'code' | 'detail' | 'errors'>
> & {
  currentVersion: number
}
export type Statement = AnswerTo<typeof statementView>
export type FactEffects = AnswerTo<typeof factEffectsView>
export type WhatIf = AnswerTo<typeof whatIfView>
export type Warning = AnswerTo<typeof warningView>
export type ClaimLine = AnswerTo<typeof claimLine>

/** What the API's schemas say a GET of this path answers. */
export type AnswerOf<Path extends string> = Path extends `${infer Bare}?${string}`
  ? AnswerOf<Bare>
  : Path extends '/receipts'
    ? AnswerTo<typeof listView>
    : Path extends `/receipts/${string}/text`
      ? AnswerTo<typeof textView>
      : Path extends `/receipts/${string}/split`
        ? AnswerTo<typeof splitView>
        : Path extends `/receipts/${string}/refunds`
          ? AnswerTo<typeof refundsView>
          : Path extends '/receipts/queue'
            ? AnswerTo<typeof queueView>
            : Path extends `/receipts/${string}`
              ? Receipt
              : Path extends '/tax-years'
                ? AnswerTo<typeof taxYearsView>
                : Path extends `/tax-years/${string}/law`
                  ? AnswerTo<typeof lawView>
                  : Path extends `/tax-years/${string}/claims`
                    ? AnswerTo<typeof claimsView>
                    : Path extends `/tax-years/${string}/return`
                      ? AnswerTo<typeof taxReturnView>
                      : Path extends `/tax-years/${string}/recurring`
                        ? AnswerTo<typeof recurringPage>
                        : Path extends `/tax-years/${string}/overview`
                          ? AnswerTo<typeof overviewView>
                          : Path extends `/tax-years/${string}/estimate`
                            ? AnswerTo<typeof estimateView>
                            : Path extends `/tax-years/${string}/reliefs/${string}/receipts`
                              ? AnswerTo<typeof receiptsBehindView>
                              : Path extends `/tax-years/${string}/reliefs/${string}`
                                ? AnswerTo<typeof reliefGuideView>
                                : Path extends `/tax-years/${string}/reliefs`
                                  ? AnswerTo<typeof reliefsView>
                                  : Path extends `/tax-years/${string}/taxpayer`
                                    ? AnswerTo<typeof taxpayerView>
                                    : Path extends `/tax-years/${string}/statements`
                                      ? Reached<{ statements: z.output<typeof statementView>[] }>
                                      : Path extends '/me/sessions'
                                        ? { sessions: { id: string }[] }
                                        : Path extends '/me/reminders'
                                          ? { reminders: AnswerTo<typeof reminderView>[] }
                                          : Path extends `/receipts${string}`
                                            ? AnswerTo<typeof listView>
                                            : unknown
