import type { z } from 'zod'
import type { claimLine, claimsView, warningView } from './claims/claim-views.ts'
import type { estimateView } from './claims/estimate/estimate-views.ts'
import type { factEffect, factEffectsView } from './claims/estimate/fact-effects-views.ts'
import type { whatIfBody, whatIfView } from './claims/estimate/what-if-views.ts'
import type { limitView, overviewView } from './claims/overview/views.ts'
import type { pcbBody, pcbKnownView, pcbView } from './claims/pcb/views.ts'
import type { receiptsBehindView } from './claims/receipts-behind-views.ts'
import type { answerBody, enteredMonths, recurringPage, recurringView } from './claims/recurring/views.ts'
import type { reliefGuideView } from './claims/relief-guide.ts'
import type { reminderView } from './claims/reminder-views.ts'
import type { ComputedLine, NotKeptLine, TaxReturn, TaxReturnLine } from './claims/tax-return/views.ts'
import type { reliefsView, reliefView, shortNames, taxYearView } from './claims/tax-year-views.ts'
import type { employerSheetBody } from './exports/employer-sheet.ts'
import type { problemSchema } from './http/problem-schema.ts'
import type { factorsSchema } from './identity/routes/factors/views.ts'
import type { allocationSchema, suggestionSchema } from './receipts/allocation.ts'
import type { boxSchema, evidenceSchema, fileSchema, itemSchema } from './receipts/parts.ts'
import type { QueueReason } from './receipts/queue/reasons.ts'
import type { editable, receiptSummary, receiptView, refundsView } from './receipts/routes/schemas.ts'
import type { Facts } from './taxpayer/facts.ts'
import type { taxpayerView } from './taxpayer/facts-views.ts'
import type { statementView } from './taxpayer/statements/views.ts'

/** What the API answers and takes, for the web app: inferred from the schemas that check it. Types only. */
export type QueuedReceipt = ReceiptSummary & { reasons: QueueReason[] }
export interface ReceiptQueue {
  count: number
  receipts: QueuedReceipt[]
  nextCursor: string | null
}
export type Names = z.output<typeof shortNames.shortName>
export type LimitUse = z.output<typeof limitView>
export type Overview = z.output<typeof overviewView>

export type RecurringClaim = z.output<typeof recurringView>
export type RecurringClaims = z.output<typeof recurringPage>
export type EnteredMonths = z.output<typeof enteredMonths>
export type RecurringAnswer = NonNullable<z.input<typeof answerBody>>

export type Receipt = z.output<typeof receiptView>
/** A JSON merge patch of the values a person may correct. */
export type ReceiptChanges = Partial<z.input<typeof editable>> & { proposal?: null }
export type ReceiptSummary = z.output<typeof receiptSummary>
export interface ReceiptList {
  receipts: ReceiptSummary[]
  nextCursor: string | null
  total: number | null
}
export type BulkResult =
  | { id: string; version: number; status: 'done' }
  | { id: string; status: 'refused'; problem: ApiProblem }
export interface BulkAnswer {
  results: BulkResult[]
}
export type Refunds = z.output<typeof refundsView>
export type ReceiptFile = z.output<typeof fileSchema>
export type Item = z.output<typeof itemSchema>
export type Evidence = z.output<typeof evidenceSchema>
export type Box = z.output<typeof boxSchema>
export type Allocation = z.output<typeof allocationSchema>
export type Suggestion = z.output<typeof suggestionSchema>

export type TaxYear = z.output<typeof taxYearView>
export type Relief = z.output<typeof reliefView>
export type Reliefs = z.output<typeof reliefsView>
export type ReliefGuide = z.output<typeof reliefGuideView>
export type ReceiptsOfRelief = z.output<typeof receiptsBehindView>
export type ClaimLine = z.output<typeof claimLine>
export type ClaimWarning = z.output<typeof warningView>
export type Claims = z.output<typeof claimsView>
export type Estimate = z.output<typeof estimateView>
export type WhatIf = z.input<typeof whatIfBody>
export type WhatIfAnswer = z.output<typeof whatIfView>
export type PcbPlan = z.input<typeof pcbBody>
export type PcbTable = z.output<typeof pcbView>
export type EmployerSheet = z.input<typeof employerSheetBody>
export type PcbKnown = z.output<typeof pcbKnownView>
export type Taxpayer = z.output<typeof taxpayerView>
export type { Facts }
export type Child = NonNullable<Facts['children']>[number]
export type FactEffect = z.output<typeof factEffect>
export type FactEffects = z.output<typeof factEffectsView>
export type Statement = z.output<typeof statementView>
export type StatementReading = NonNullable<Statement['reading']>
export type { ComputedLine, NotKeptLine, TaxReturn, TaxReturnLine }
export type Factors = z.output<typeof factorsSchema>
export type Reminder = z.output<typeof reminderView>

/** The data of an event `change` of `GET /events`. */
export type { Change } from './changes/ports.ts'

export type ApiProblem = z.output<typeof problemSchema>
