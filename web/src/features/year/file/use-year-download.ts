import { useEffect, useRef, useState } from 'react'
import { downloadYear, type YearForm, type YearFormat } from '../../../api/download.ts'
import { useLanguage } from '../../../i18n/index.ts'

export { type YearForm, type YearFormat, yearFormats } from '../../../api/download.ts'

type Download = { format: YearFormat; bytes: number } & (
  | { state: 'running' | 'saved' | 'cancelled' }
  | { state: 'failed'; error: unknown }
)

/** One download of a year at a time, as the server allows one. Leaving the page cancels it. */
export function useYearDownload(year: number, form?: YearForm) {
  const { language } = useLanguage()
  const [download, setDownload] = useState<Download>()
  const controller = useRef<AbortController>(null)
  useEffect(() => () => controller.current?.abort(), [])

  async function run(format: YearFormat) {
    const own = new AbortController()
    controller.current = own
    const { signal } = own
    let bytes = 0
    setDownload({ format, bytes, state: 'running' })
    try {
      await downloadYear(
        { year, format, language, form },
        {
          signal,
          onBytes(count) {
            bytes = count
            if (!signal.aborted) setDownload({ format, bytes, state: 'running' })
          },
        },
      )
      setDownload({ format, bytes, state: 'saved' })
    } catch (error) {
      setDownload(
        signal.aborted ? { format, bytes, state: 'cancelled' } : { format, bytes, state: 'failed', error },
      )
    }
  }

  return {
    download,
    start: (format: YearFormat) => void run(format),
    cancel: () => controller.current?.abort(),
  }
}
