import { v7 as uuidv7 } from 'uuid'
import type { FieldValues } from '../fields.ts'
import { newReceipt, type Receipt } from '../model.ts'
import { withEnteredValues } from '../review/entered-values.ts'
import type { IntakeDeps } from './deps.ts'

/** Stores a receipt without a picture, from the values a person enters. */
export async function enterReceipt(
  { store, withDerivedFields, clock }: Pick<IntakeDeps, 'store' | 'withDerivedFields' | 'clock'>,
  userId: string,
  values: Partial<FieldValues>,
): Promise<Receipt> {
  const entered = withEnteredValues(newReceipt(uuidv7(), userId, clock.now()), values)
  const receipt = await withDerivedFields(entered)
  await store.create(receipt)
  return receipt
}
