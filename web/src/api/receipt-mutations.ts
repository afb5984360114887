import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Receipt, ReceiptChanges, ReceiptQueue } from '../../../server/api-types.ts'
import { json } from './client.ts'
import { keys } from './keys.ts'
import { madeHere } from './made-here.ts'

/** What a part of a receipt counts for, as the API takes it. */
export interface AllocationInput {
  relief: string | null
  sen: number
  person?: Receipt['allocations'][number]['person']
}

/** Puts an answered receipt into the cache and marks stale what follows from it. */
function stored(client: QueryClient, receipt: Receipt) {
  madeHere(receipt)
  client.setQueryData(keys.receipt(receipt.id), receipt)
  void client.invalidateQueries({ queryKey: keys.lists })
  void client.invalidateQueries({ queryKey: keys.queues })
  void client.invalidateQueries({ queryKey: keys.refunds })
  void client.invalidateQueries({ queryKey: keys.years })
}

/** Stores a receipt without a picture, with the values a person typed. */
export function useEnter() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (values: ReceiptChanges) => json<Receipt>('/receipts', { method: 'POST', json: values }),
    onSuccess: (saved) => stored(client, saved),
  })
}

/** Corrects values; the answer brings a suggestion that follows from them. */
export function useCorrect() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ receipt, changes }: { receipt: Receipt; changes: ReceiptChanges }) =>
      json<Receipt>(`/receipts/${receipt.id}`, { method: 'PATCH', version: receipt.version, json: changes }),
    onMutate: ({ receipt, changes }) => {
      client.setQueryData(keys.receipt(receipt.id), { ...receipt, ...changes })
      return receipt
    },
    onSuccess: (saved) => stored(client, saved),
    onError: (_error, _variables, before) => {
      if (before) client.setQueryData(keys.receipt(before.id), before)
    },
  })
}

export interface Confirmation {
  receipt: Receipt
  allocations: AllocationInput[]
}

/** Confirms and allocates in one request. The receipt leaves the queue at once and comes back if that fails. */
export function useConfirm() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ receipt, allocations }: Confirmation) =>
      json<Receipt>(`/receipts/${receipt.id}/confirm`, {
        method: 'POST',
        version: receipt.version,
        json: { allocations },
      }),
    onMutate: ({ receipt }) => withoutReceipt(client, receipt.id),
    onSuccess: (saved) => stored(client, saved),
    onError: (_error, _variables, before) => {
      for (const [key, queue] of before ?? []) client.setQueryData(key, queue)
    },
  })
}

function withoutReceipt(client: QueryClient, id: string) {
  const before = client.getQueriesData<ReceiptQueue>({ queryKey: keys.queues })
  for (const [key, queue] of before) {
    if (!queue) continue
    const receipts = queue.receipts.filter((one) => one.id !== id)
    client.setQueryData(key, {
      ...queue,
      receipts,
      count: queue.count - (queue.receipts.length - receipts.length),
    })
  }
  return before
}

type Version = Pick<Receipt, 'id' | 'version'>

/** The server answers at once, and reads afterwards. */
const SOON = { Prefer: 'respond-async' }

/** Does something to a receipt that needs no more than its version. */
const act = (action: string, { id, version }: Version, headers = {}) =>
  json<Receipt>(`/receipts/${id}/${action}`, { method: 'POST', version, headers })

function useAct(action: string, headers = {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (receipt: Version) => act(action, receipt, headers),
    onSuccess: (saved) => stored(client, saved),
  })
}

/** Takes a confirmation back: the undo of "Right, next". */
export const useUnconfirm = () => useAct('unconfirm')

export const useReadAgain = () => useAct('read', SOON)

/** All of a picture is one receipt again. */
export const useUnsplit = () => useAct('unsplit', SOON)

export const useRestore = () => useAct('restore')

/** Makes a receipt of each that a picture shows: the first keeps its address. */
export function useSplit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ receipt: { id, version }, fileId }: { receipt: Receipt; fileId: string }) =>
      json<{ receipts: Receipt[] }>(`/receipts/${id}/split`, {
        method: 'POST',
        version,
        json: { fileId },
        headers: SOON,
      }),
    onSuccess: ({ receipts }) => {
      for (const one of receipts) stored(client, one)
    },
  })
}

/** Takes a split back that was made a moment ago: those that were split off go to the trash. */
export function useUndoSplit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ([first, ...others]: Receipt[]) => {
      // They are being read meanwhile.
      const latest = (id: string) => json<Receipt>(`/receipts/${id}`)
      const saved: Receipt[] = []
      for (const { id } of others) {
        const { version } = await latest(id)
        saved.push(await json<Receipt>(`/receipts/${id}`, { method: 'DELETE', version }))
      }
      if (!first) return saved
      return [...saved, await act('unsplit', await latest(first.id), SOON)]
    },
    onSuccess: (saved) => {
      for (const one of saved) stored(client, one)
    },
  })
}

/** Has a locked PDF read with its password, which is sent once and kept nowhere. */
export function useUnlock() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ receipt: { id, version }, password }: { receipt: Receipt; password: string }) =>
      json<Receipt>(`/receipts/${id}/unlock`, { method: 'POST', version, json: { password } }),
    // A mutation keeps its variables: not these.
    gcTime: 0,
    onSuccess: (saved) => {
      stored(client, saved)
      void client.invalidateQueries({ queryKey: keys.receipt(saved.id) })
    },
  })
}

export interface Trashing extends Pick<Receipt, 'id' | 'version'> {
  /** The day until which the receipt must be kept, where the person has seen it and trashes the receipt anyway. */
  acknowledgedUntil?: string
}

/** @throws Problem confirmation_needed with `retainUntil` for a receipt the law wants kept */
export function useTrash() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, acknowledgedUntil }: Trashing) =>
      json<Receipt>(`/receipts/${id}${acknowledgedUntil ? `?acknowledgedUntil=${acknowledgedUntil}` : ''}`, {
        method: 'DELETE',
        version,
      }),
    onSuccess: (saved) => stored(client, saved),
  })
}

export function useSettleDuplicate() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ receipt, of, verdict }: { receipt: Receipt; of: string; verdict: 'same' | 'different' }) =>
      json<Receipt>(`/receipts/${receipt.id}/duplicate`, {
        method: 'POST',
        version: receipt.version,
        json: { of, verdict },
      }),
    onSuccess: (saved) => stored(client, saved),
  })
}

export function useAddFile() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      receipt,
      file,
      role,
    }: {
      receipt: Receipt
      file: File
      role: Receipt['files'][number]['role']
    }) => {
      const body = new FormData()
      body.set('file', file)
      return json<Receipt>(`/receipts/${receipt.id}/files?role=${role}`, {
        method: 'POST',
        version: receipt.version,
        body,
      })
    },
    onSuccess: (saved) => stored(client, saved),
  })
}

/** Says which purchase a receipt gives money back for. */
export function useLinkRefund() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ receipt, receiptId }: { receipt: Receipt; receiptId: string | null }) =>
      json<Receipt>(`/receipts/${receipt.id}/refund-of`, {
        method: 'PUT',
        version: receipt.version,
        json: { receiptId },
      }),
    onSuccess: (saved) => stored(client, saved),
  })
}
