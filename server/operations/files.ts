import { open } from 'node:fs/promises'

/** Makes what was renamed into a folder survive a power cut. */
export async function syncFolder(path: string) {
  // Windows cannot open a folder; its file system keeps the order by itself.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
