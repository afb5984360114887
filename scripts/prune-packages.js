// Removes from installed packages what nothing here uses: 400 MB of 1.1 GB. Part of `npm ci` and of the image; plain
// JavaScript for any Node.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @param {string} modules a folder node_modules
 * @param {string} platform as `process.platform`; binaries of others are removed
 * @param {string} arch as `process.arch`
 */
export function prunePackages(modules, platform, arch) {
  removeOtherBinaries(join(modules, 'onnxruntime-node/bin'), platform, arch)
  // Headers for compiling native modules.
  for (const name of folders(join(modules, 'node/node_modules')).filter((name) => /^node-/.test(name)))
    remove(join(modules, 'node/node_modules', name, 'include'))
  // Every icon as SVG; the app uses those of @tabler/icons-react.
  for (const name of ['categories', 'icons']) remove(join(modules, '@tabler/icons', name))
  removeSourceMaps(modules)
}

/** bin/napi-v6/linux/x64 */
function removeOtherBinaries(bin, platform, arch) {
  for (const version of folders(bin)) {
    for (const system of folders(join(bin, version))) {
      if (system !== platform) remove(join(bin, version, system))
      else
        for (const processor of folders(join(bin, version, system)))
          if (processor !== arch) remove(join(bin, version, system, processor))
    }
  }
}

function removeSourceMaps(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && entry.name !== '.cache') removeSourceMaps(path)
    else if (entry.isFile() && /\.[cm]?(js|ts)\.map$/.test(entry.name)) remove(path)
  }
}

const folders = (path) =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : []

const remove = (path) => rmSync(path, { recursive: true, force: true })

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const modules = join(dirname(fileURLToPath(import.meta.url)), '../node_modules')
  // Not while packing, which installs nothing.
  if (process.env.npm_command !== 'pack' && existsSync(modules))
    prunePackages(modules, process.platform, process.arch)
}
