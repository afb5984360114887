import { Refusal } from './errors.ts'
import type { Text } from './language.ts'

const HAS_CHANGED: Text = {
  en: 'It has changed since that version. Load it again, then repeat the change.',
  ms: 'Rekod ini telah berubah sejak versi itu. Muatkannya semula, kemudian ulangi perubahan anda.',
}

/** Which version a change is based on: this one, any of several, or whichever is stored. */
export type BasedOn = number | readonly number[] | 'any'

export const isBasedOn = (based: BasedOn, version: number) =>
  based === 'any' || [based].flat().includes(version)

/** A change was based on a version that is no longer the stored one. @param currentVersion 0: nothing is stored */
export const versionConflict = (currentVersion: number) =>
  new Refusal('version_conflict', HAS_CHANGED, {
    extra: { currentVersion },
  })
