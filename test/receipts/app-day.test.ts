import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clock, dayAt, instant, momentOf, today } from '../../web/src/i18n/day.ts'

test('the app shows instants as the calendar and the clock in Malaysia, wherever the device is', () => {
  assert.equal(today(new Date('2025-12-31T15:59:59.999Z')), '2025-12-31')
  assert.equal(today(new Date('2025-12-31T16:00:00Z')), '2026-01-01')
  assert.equal(clock('2026-08-10T16:05:00Z'), '00:05')
  assert.equal(instant('2026-08-11T01:05:00Z', 'ms'), '11 Ogos, 09:05')
  assert.equal(momentOf('2021-08-11T01:05:00Z', 'en'), '11 Aug, 9:05')
  assert.match(momentOf(new Date().toISOString(), 'en'), /^\d{1,2}:\d{2}$/)
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Kuala_Lumpur', timeStyle: 'short' })
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kuala_Lumpur' })
  for (let ms = Date.UTC(1982, 0); ms < Date.UTC(2040, 0); ms += 1_234_567_891) {
    const at = new Date(ms).toISOString()
    assert.deepEqual([dayAt(at), clock(at)], [day.format(ms), time.format(ms)], at)
  }
})
