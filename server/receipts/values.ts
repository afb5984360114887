import { z } from 'zod'
import { texts } from '../texts/index.ts'

const isRealDay = (text: string) => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number)
  const day = new Date(Date.UTC(year, month - 1, date))
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date
}

export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, texts.en.values.day)
  .refine(isRealDay, texts.en.values.notADay)
  .refine((text) => text >= '1900-01-01' && text <= '2199-12-31', texts.en.values.dayOutOfRange)
  .meta({ description: 'A calendar day, YYYY-MM-DD', format: 'date', example: '2026-03-14' })

const MAX_SEN = 100_000_000_000
export const sen = z
  .int()
  .min(-MAX_SEN)
  .max(MAX_SEN)
  .meta({ description: 'Integer sen (RM12.50 is 1250); negative on a refund note', example: 1250 })

export const instant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), texts.en.values.instant)
  .meta({ description: 'A UTC instant (ISO 8601)', format: 'date-time' })
