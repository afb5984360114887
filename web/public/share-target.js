// Part of the service worker: takes the files that a phone's share menu posts to the app. They stay on the device until a
// page of the app adds them to the receipts of a person; see web/src/offline/shared-files.ts, which reads them.

const MOST_FILES = 50

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'POST' || new URL(request.url).pathname !== '/app/share') return
  event.respondWith(take(request).then((share) => Response.redirect(`/app/snap?share=${share}`, 303)))
})

/** What became of it, for the page that opens next: `taken`, `many` (some were left out), `full`, `empty` or `missed`. */
async function take(request) {
  let files
  try {
    files = [...(await request.formData()).values()].filter(
      (value) => value instanceof File && value.size > 0,
    )
  } catch {
    return 'missed'
  }
  if (files.length === 0) return 'empty'
  try {
    await keep({
      id: crypto.randomUUID(),
      addedAt: new Date().toISOString(),
      files: files.slice(0, MOST_FILES),
      isOurs: request.referrer.startsWith(`${self.location.origin}/`),
    })
  } catch {
    return 'full'
  }
  return files.length > MOST_FILES ? 'many' : 'taken'
}

function keep(share) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('tax-tracker-shared', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('shares', { keyPath: 'id' })
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const transaction = db.transaction('shares', 'readwrite')
      transaction.objectStore('shares').put(share)
      transaction.oncomplete = () => {
        db.close()
        resolve()
      }
      transaction.onabort = () => {
        db.close()
        reject(transaction.error)
      }
    }
  })
}
