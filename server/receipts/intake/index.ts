import type { FieldValues } from '../fields.ts'
import type { IncomingFile } from '../files/incoming.ts'
import type { Receipt } from '../model.ts'
import type { IntakeDeps } from './deps.ts'
import { enterReceipt } from './enter-receipt.ts'
import { type ExpectedReceipt, expectReceipt } from './expect-receipt.ts'
import { readLocked } from './read-locked.ts'
import { type UploadOptions, uploadReceipt } from './upload-receipt.ts'
import { type WaitOptions, waitForReading } from './wait-for-reading.ts'

/** How receipts come in: as an uploaded file, typed, or expected from what was paid before. */
export function createIntake(deps: IntakeDeps) {
  return {
    upload: (userId: string, incoming: IncomingFile, options: UploadOptions) =>
      uploadReceipt(deps, userId, { incoming, ...options }),
    read: (receipt: Receipt, options?: WaitOptions) => waitForReading(deps, receipt, options),
    readLocked: (leased: Receipt, password: string, signal?: AbortSignal) =>
      readLocked(deps, leased, { password, signal }),
    enter: (userId: string, values: Partial<FieldValues>) => enterReceipt(deps, userId, values),
    expect: (userId: string, expected: ExpectedReceipt) => expectReceipt(deps, userId, expected),
  }
}

export type Intake = ReturnType<typeof createIntake>
