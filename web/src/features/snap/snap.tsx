import { IconCamera, IconFilePlus, IconFolder, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { queueCountQuery } from '../../api/queries.ts'
import { useTranslations } from '../../i18n/index.ts'
import { useUploadQueue, useUploads } from '../../offline/queue-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { IconLink } from '../../ui/icon-link.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useConnection } from '../../ui/use-connection.ts'
import { Network } from './network.tsx'
import { OnlyAs } from './only-as.tsx'
import { Shared } from './shared.tsx'
import styles from './snap.module.css'
import { Title } from './title.tsx'
import { Unkept } from './unkept.tsx'
import { UploadRow } from './upload-row.tsx'

/** Camera, files and what became of each: several receipts in a row without leaving. */
export function Snap() {
  const t = useTranslations('snap')
  const common = useTranslations('common')
  const queue = useUploadQueue()
  const uploads = useUploads()
  const { isOnline } = useConnection()
  const { camera } = useSearch({ from: '/app/snap' })
  const navigate = useNavigate()
  const cameraButton = useRef<HTMLDivElement>(null)
  const { data: toCheck = 0 } = useQuery(queueCountQuery)
  const latest = uploads[0]
  const canAddPage = latest !== undefined && latest.state !== 'known' && latest.state !== 'refused'
  const isEmpty = uploads.length === 0

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
        <Network />
      </div>
      <Shared />
      <Title uploads={uploads} isOnline={isOnline} />
      <Unkept uploads={uploads} />
      <ul className={styles.list}>
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} isOnline={isOnline} />
        ))}
      </ul>
      <OnlyAs uploads={uploads} />
      {toCheck > 0 && uploads.some(({ state }) => state === 'done') && (
        <LinkButton to="/app/check/{-$id}" look="tonal" full>
          {t('check', { count: toCheck })}
        </LinkButton>
      )}
      {uploads.some(({ state }) => state === 'done') && (
        <Button look="text" height={44} onClick={() => void queue?.clear()}>
          {t('done')}
        </Button>
      )}
      <div className={styles.actions} data-empty={isEmpty || undefined}>
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
            {t(isEmpty ? 'camera' : 'next')}
          </FileButton>
        </div>
      </div>
    </div>
  )
}
