import type { z } from 'zod'
import { identitySettings } from './settings/identity.ts'
import { serverSettings } from './settings/server.ts'
import { storageSettings } from './settings/storage.ts'

/** Every variable the server knows. `.env.example` is tested against this table. */
export const settings = { ...serverSettings, ...identitySettings, ...storageSettings }

export type SettingName = keyof typeof settings

export const settingNames = Object.keys(settings) as SettingName[]

/** The values of all variables: what was set, else its default. */
export type Values = { [N in SettingName]: z.output<(typeof settings)[N]['schema']> }
