import { useTranslations } from '../../i18n/index.ts'
import { isWaiting, type QueueEntry } from '../../offline/queue-entry.ts'

const hasFailed = ({ state, isUnreadable }: QueueEntry) =>
  state === 'refused' || (state === 'done' && isUnreadable)

/** The most important thing about the list: what needs the person, what waits, or how many there are. */
export function Title({ uploads, isOnline }: { uploads: readonly QueueEntry[]; isOnline: boolean }) {
  const t = useTranslations('snap')
  const failed = uploads.filter(hasFailed).length
  const waiting = uploads.filter(isWaiting).length
  const words =
    failed > 0
      ? [t('failedTitle', { count: failed }), t('failedLead', { rest: uploads.length - failed })]
      : !isOnline && waiting > 0
        ? [t('waitTitle', { count: waiting }), t('waitLead')]
        : [t('title', { count: uploads.length }), t(uploads.length === 0 ? 'leadEmpty' : 'lead')]
  return (
    <>
      <h1 className="page-title">{words[0]}</h1>
      <p className="soft">{words[1]}</p>
    </>
  )
}
