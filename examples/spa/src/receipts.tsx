import { useState } from 'react'
import { Picture } from './picture.tsx'
import { type ReceiptRow, statusOf, totalOf } from './receipt.ts'
import type { Tracker } from './tracker.ts'
import { Uploads } from './upload.tsx'
import { useReceipts } from './use-receipts.ts'

export function Receipts({ tracker }: { tracker: Tracker }) {
  const { receipts, problem, reload, loadMore } = useReceipts(tracker)
  const [opened, setOpened] = useState<ReceiptRow>()

  return (
    <>
      <Uploads tracker={tracker} onDone={() => void reload()} />
      {problem !== undefined && <p role="alert">{problem}</p>}
      {receipts?.length === 0 && <p>You have no receipts yet.</p>}
      <ul className="receipts">
        {receipts?.map((receipt) => (
          <li key={receipt.id}>
            <button type="button" onClick={() => setOpened(receipt)}>
              {/* The picture exists once the receipt was stored; its values come when it was read. */}
              <Picture tracker={tracker} id={receipt.id} size="thumbnail" alt="" />
              <span className="merchant">{receipt.merchant ?? 'Unknown shop'}</span>
              <span className="total">{totalOf(receipt)}</span>
              <span>{receipt.date}</span>
              <span className="status">{statusOf(receipt)}</span>
            </button>
          </li>
        ))}
      </ul>
      {loadMore && (
        <button type="button" onClick={() => void loadMore()}>
          Show more
        </button>
      )}
      {opened && (
        <dialog
          ref={(dialog) => dialog?.showModal()}
          onClose={() => setOpened(undefined)}
          aria-label="Receipt"
        >
          <form method="dialog">
            <button type="submit">Close</button>
          </form>
          <Picture
            tracker={tracker}
            id={opened.id}
            size="preview"
            alt={`Receipt of ${opened.merchant ?? 'an unknown shop'}`}
          />
        </dialog>
      )}
    </>
  )
}
