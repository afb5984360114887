import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDiskFileStore } from '../../server/adapters/disk/file-store.ts'
import { fileStoreContract } from './file-store.ts'

fileStoreContract('disk', async (use) => {
  const folder = await mkdtemp(join(tmpdir(), 'disk-'))
  const [files, incoming] = [join(folder, 'files'), join(folder, 'incoming')]
  await mkdir(files)
  await mkdir(incoming)
  await use(createDiskFileStore(files, incoming)).finally(() => rm(folder, { recursive: true }))
})
