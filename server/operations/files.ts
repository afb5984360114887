import { open } from 'node:fs/promises'

/** Makes a rename into a folder durable. */
export async function syncFolder(path: string) {
  // Windows cannot open a folder; its file system keeps the order itself.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
