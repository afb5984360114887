import { type ChangeEvent, useState } from 'react'
import type { Tracker } from './tracker.ts'

interface Upload {
  key: string
  file: File
  /** From 0 to 1. */
  share: number
  problem?: string
}

/** Uploads files one after another and shows how far each is. */
export function Uploads({ tracker, onDone }: { tracker: Tracker; onDone: () => void }) {
  const [uploads, setUploads] = useState<Upload[]>([])

  const change = (key: string, changes: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)))

  async function send({ key, file }: Upload) {
    try {
      await tracker.upload(file, key, (share) => change(key, { share }))
      setUploads((all) => all.filter((upload) => upload.key !== key))
      onDone()
    } catch (error) {
      change(key, { share: 0, problem: (error as Error).message })
    }
  }

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(target.files ?? [])].map((file) => ({ key: crypto.randomUUID(), file, share: 0 }))
    target.value = ''
    setUploads((all) => [...all, ...chosen])
    for (const upload of chosen) await send(upload)
  }

  /** With the same key, so that an upload whose answer was lost is not made twice. */
  async function again(upload: Upload) {
    change(upload.key, { problem: undefined })
    await send(upload)
  }

  return (
    <section>
      <label className="button">
        Add receipts
        <input
          type="file"
          multiple
          accept="image/*,application/pdf"
          onChange={(event) => void choose(event)}
        />
      </label>
      <ul className="uploads">
        {uploads.map((upload) => (
          <li key={upload.key}>
            <span>{upload.file.name}</span>
            {upload.problem === undefined ? (
              <progress aria-label={`Uploading ${upload.file.name}`} value={upload.share} />
            ) : (
              <span role="alert">
                {upload.problem}{' '}
                <button type="button" onClick={() => void again(upload)}>
                  Try again
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
