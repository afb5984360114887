import { type DBSchema, openDB } from 'idb'

/** What another app has shared with this one; web/public/share-target.js writes it, as nobody may be signed in then. */
export interface SharedFiles {
  id: string
  addedAt: string
  files: File[]
  /** A page of this app has sent it. From elsewhere it may be another site that did, in the name of the person. */
  isOurs: boolean
  /** Nobody was signed in when it arrived: whoever signs in next is asked first. */
  mustAsk?: true
}

interface Schema extends DBSchema {
  shares: { key: string; value: SharedFiles }
}

/** As in web/public/share-target.js. */
const open = () =>
  openDB<Schema>('tax-tracker-shared', 1, {
    upgrade: (db) => void db.createObjectStore('shares', { keyPath: 'id' }),
  })

async function within<Result>(work: (db: Awaited<ReturnType<typeof open>>) => Promise<Result>) {
  const db = await open()
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

export const sharedFiles = (): Promise<SharedFiles[]> => within((db) => db.getAll('shares'))

export const removeShared = (id: string) => within((db) => db.delete('shares', id))

/** Whether it goes to the signed-in person without a question: the phone's share menu opens the installed app only. */
export const goesWithoutAsking = ({ isOurs, mustAsk }: SharedFiles) =>
  !mustAsk && (isOurs || matchMedia('(display-mode: standalone)').matches)

/** Nobody is signed in: what has been shared waits for whoever signs in, and says yes. */
export const holdShared = () =>
  within(async (db) => {
    const transaction = db.transaction('shares', 'readwrite')
    for (const shared of await transaction.store.getAll())
      await transaction.store.put({ ...shared, mustAsk: true })
    await transaction.done
  })
