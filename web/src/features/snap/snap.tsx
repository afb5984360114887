import { IconCamera, IconFilePlus, IconFolder, IconWifi, IconWifiOff, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { queueCountQuery } from '../../api/queries.ts'
import { useTranslations } from '../../i18n/index.ts'
import { useUploadQueue, useUploads } from '../../offline/queue-provider.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { IconLink } from '../../ui/icon-link.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useIsOnline } from '../../ui/use-is-online.ts'
import styles from './snap.module.css'
import { UploadRow } from './upload-row.tsx'

/** Camera, files and what became of each: several receipts in a row without leaving. */
export function Snap() {
  const t = useTranslations('snap')
  const common = useTranslations('common')
  const queue = useUploadQueue()
  const uploads = useUploads()
  const isOnline = useIsOnline()
  const { camera } = useSearch({ from: '/app/snap' })
  const navigate = useNavigate()
  const cameraButton = useRef<HTMLDivElement>(null)
  const { data: toCheck = 0 } = useQuery(queueCountQuery)
  const latest = uploads[0]
  const canAddPage = latest !== undefined && latest.state !== 'known' && latest.state !== 'refused'

  useEffect(() => {
    if (!camera) return
    // Once: a reload must not open it again.
    void navigate({ to: '/app/snap', search: {}, replace: true })
    cameraButton.current?.querySelector('button')?.click()
  }, [camera, navigate])

  return (
    <div className={styles.snap} data-bare>
      <div className={styles.bar}>
        <IconLink to="/" aria-label={common('close')}>
          <IconX size={24} stroke={1.8} aria-hidden />
        </IconLink>
        <p className={styles.network} data-offline={!isOnline || undefined} role="status">
          {isOnline ? (
            <IconWifi size={20} stroke={1.7} aria-hidden />
          ) : (
            <IconWifiOff size={20} stroke={1.7} aria-hidden />
          )}
          {t(isOnline ? 'online' : 'offline')}
        </p>
      </div>
      <h1 className="page-title">{t('title', { count: uploads.length })}</h1>
      <p className="soft">{t(uploads.length === 0 ? 'leadEmpty' : 'lead')}</p>
      <ul className={styles.list}>
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} isOnline={isOnline} />
        ))}
      </ul>
      {toCheck > 0 && uploads.some(({ state }) => state === 'done') && (
        <LinkButton to="/app/check/{-$id}" look="tonal" full>
          {t('check', { count: toCheck })}
        </LinkButton>
      )}
      <div className={styles.actions} data-empty={uploads.length === 0 || undefined}>
        <div className={styles.pair}>
          {canAddPage && (
            <FileButton
              look="outline"
              full
              camera
              icon={<IconFilePlus size={22} stroke={1.7} aria-hidden />}
              onFiles={([file]) => file && latest && void queue?.addPage(latest.id, file)}
            >
              {t('addPage')}
            </FileButton>
          )}
          <FileButton
            look="outline"
            full
            multiple
            icon={<IconFolder size={22} stroke={1.7} aria-hidden />}
            onFiles={(files) => void queue?.add(files)}
          >
            {t('choose')}
          </FileButton>
        </div>
        <div ref={cameraButton}>
          <FileButton
            height={54}
            full
            camera
            icon={<IconCamera size={24} stroke={1.7} aria-hidden />}
            onFiles={(files) => void queue?.add(files)}
          >
            {t(uploads.length === 0 ? 'camera' : 'next')}
          </FileButton>
        </div>
      </div>
    </div>
  )
}
