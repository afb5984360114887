import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { nameOf, sessionQuery } from '../../api/session.ts'
import { useTranslations } from '../../i18n/index.ts'
import { useUploadQueue } from '../../offline/queue-provider.tsx'
import { goesWithoutAsking, removeShared, type SharedFiles, sharedFiles } from '../../offline/shared-files.ts'
import type { UploadQueue } from '../../offline/upload-queue.ts'
import { Button } from '../../ui/button.tsx'
import styles from './snap.module.css'

/** Files that another app has shared: they are added, or the person is asked whether they are theirs. */
export function Shared() {
  const t = useTranslations('snap.share')
  const queue = useUploadQueue()
  const { share } = useSearch({ from: '/app/snap' })
  const { data: profile } = useQuery(sessionQuery)
  const [asked, setAsked] = useState<SharedFiles[]>([])

  const take = useCallback(async (to: UploadQueue) => {
    const all = await sharedFiles()
    for (const shared of all.filter(goesWithoutAsking)) await move(shared, to)
    setAsked(all.filter((shared) => !goesWithoutAsking(shared)))
  }, [])
  useEffect(() => {
    // A browser that keeps nothing was given nothing.
    if (queue) take(queue).catch(() => {})
  }, [queue, take])

  async function answer(isYes: boolean) {
    setAsked([])
    for (const shared of asked) {
      if (isYes && queue) await move(shared, queue)
      else await removeShared(shared.id)
    }
  }

  const count = asked.reduce((sum, { files }) => sum + files.length, 0)
  return (
    <>
      {count > 0 && profile && (
        <section className={styles.notice} aria-labelledby="shared-files">
          <h2 id="shared-files" className="question">
            {t('title', { count, name: nameOf(profile) })}
          </h2>
          <p>{t('text', { count })}</p>
          <p className="note">{asked.flatMap(({ files }) => files.map(({ name }) => name)).join(', ')}</p>
          <div className={styles.choices}>
            <Button look="tonal" height={44} onClick={() => void answer(true)}>
              {t('add')}
            </Button>
            <Button look="text" height={44} onClick={() => void answer(false)}>
              {t('remove')}
            </Button>
          </div>
        </section>
      )}
      {share && share !== 'taken' && (
        <div className={styles.notice} role="alert">
          <p>{t(share)}</p>
        </div>
      )}
    </>
  )
}

async function move({ id, files }: SharedFiles, to: UploadQueue) {
  await to.add(files)
  await removeShared(id)
}
