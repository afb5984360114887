import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createDiskFileStore } from '../../server/adapters/disk/file-store.ts'
import { fileStoreContract } from './file-store.ts'

fileStoreContract('disk', async (use) => {
  const folder = await mkdtemp(join(tmpdir(), 'disk-'))
  const [files, incoming] = [join(folder, 'files'), join(folder, 'incoming')]
  await mkdir(files)
  await mkdir(incoming)
  await use(createDiskFileStore(files, incoming)).finally(() => rm(folder, { recursive: true }))
})

test('a folder that is written to while it is removed is no error', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'disk-'))
  try {
    await mkdir(join(folder, 'files'))
    await mkdir(join(folder, 'incoming'))
    const store = createDiskFileStore(join(folder, 'files'), join(folder, 'incoming'))
    for (let round = 0; round < 60; round++) {
      const writes = Array.from({ length: 4 }, (_, at) =>
        store.write(`user/receipt/file-${at}`, Buffer.from('x')),
      )
      // A write whose folder goes away may fail.
      await Promise.all([
        store.removeAll('user/receipt'),
        Promise.allSettled(writes),
        store.removeAll('user/receipt'),
      ])
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
