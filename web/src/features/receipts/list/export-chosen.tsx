import { Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { downloadChosen, MOST_EXPORTED, type TableFormat, tableFormats } from '../../../api/download.ts'
import { useFormats, useLanguage, useTranslations } from '../../../i18n/index.ts'
import { useProblemText } from '../../../ui/problem-notice.tsx'
import styles from './chosen-bar.module.css'

/** The chosen receipts as a table: asks for the format, says how much has arrived, and can be stopped. */
export function ExportChosen({ ids }: { ids: string[] }) {
  const t = useTranslations('receipts.export')
  const { bytes } = useFormats()
  const { language } = useLanguage()
  const textOf = useProblemText()
  const [arrived, setArrived] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  async function download(format: TableFormat) {
    const controller = new AbortController()
    running.current = controller
    setSaid('')
    setArrived(0)
    try {
      await downloadChosen({ ids, format, language }, { onBytes: setArrived, signal: controller.signal })
      setSaid(t('done'))
    } catch (error) {
      setSaid(controller.signal.aborted ? t('stopped') : textOf(error))
    }
    setArrived(null)
  }

  return (
    <>
      <p className={styles.progress} role="status">
        {arrived === null ? said : arrived === 0 ? t('preparing') : t('arrived', { size: bytes(arrived) })}
      </p>
      {arrived === null ? (
        <Menu position="top" radius="md" shadow="md">
          <Menu.Target>
            <button type="button" className={styles.action} disabled={ids.length > MOST_EXPORTED}>
              <IconDownload size={20} stroke={1.7} aria-hidden /> {t('action')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {tableFormats.map((format) => (
              <Menu.Item key={format} onClick={() => void download(format)}>
                {t(format)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <button type="button" className={styles.action} onClick={() => running.current?.abort()}>
          {t('stop')}
        </button>
      )}
    </>
  )
}
