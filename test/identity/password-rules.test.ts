import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPasswords } from '../../server/identity/local/passwords.ts'
import { browserOf, type Reachable, signIn, signUp, startApp, type TestApp } from '../support/app.ts'
import { withDatabase } from '../support/damage.ts'

async function withApp(use: (app: TestApp) => Promise<void>) {
  const app = await startApp()
  try {
    await use(app)
  } finally {
    await app.close()
  }
}

/** A form to create an account with, which answers what is wrong with a password. */
async function signUpForm(app: Reachable, email: string) {
  const browser = browserOf(app)
  const page = await browser.click(await browser.navigate('/auth/login'), 'Create an account')
  return async (password: string) => {
    const answer = await browser.submit(page, { email, password })
    return { status: answer.status, text: answer.text }
  }
}

const EASY = /This password is easy to guess/
const OF_ADDRESS = /The password is made of your e-mail address/

test('a new password must not be a common one, nor made of the address or of the name of the product', () =>
  withApp(async (app) => {
    const refused: [password: string, why: RegExp][] = [
      ['basketball', EASY],
      ['BasketBall', EASY],
      ['qwertyuiop', EASY],
      ['1234567890', EASY],
      ['123456789012', EASY],
      ['dragon1987!', EASY],
      ['!!Password2026', EASY],
      ['dragondragon', EASY],
      ['ＢＡＳＫＥＴＢＡＬＬ', EASY],
      ['abcabcabcabc', EASY],
      ['          a', EASY],
      ['Tax Tracker 2026', EASY],
      ['penjejak-cukai', EASY],
      ['Aisyah.Rahman@Example.com', OF_ADDRESS],
      ['aisyahrahman1', OF_ADDRESS],
      ['rahman-1990-01', OF_ADDRESS],
      ['short', /too short/],
    ]
    const choose = await signUpForm(app, 'aisyah.rahman@example.com')
    for (const [password, why] of refused) {
      const { status, text } = await choose(password)
      assert.equal(status, 422, password)
      assert.match(text, why, password)
    }
  }))

test('words, and what a password manager makes, are taken, also with the name of somebody in it', () =>
  withApp(async (app) => {
    const good = [
      'horse battery',
      'aisyah loves durian',
      'V7#kq!mR2z',
      'hujan di kampung',
      '雨の日に本を読む人です',
    ]
    for (const [index, password] of good.entries()) {
      await signUp(app, `aisyah${index}@example.com`, password)
    }
  }))

test('a reset refuses a common password too; an account that has one already signs in with it', () =>
  withApp(async (app) => {
    await signUp(app, 'old@example.com')
    const code = app.services.identity.accounts?.startReset('old@example.com')?.code
    const browser = browserOf(app)
    const page = await browser.navigate(`/oidc/reset/${code}`)
    const refused = await browser.submit(page, { password: 'football123' })
    assert.equal(refused.status, 422)
    assert.match(refused.text, EASY)

    const hash = await createPasswords(10).hash('football123')
    withDatabase(app, (db) => db.prepare('UPDATE accounts SET password_hash = ?').run(hash))
    await signIn(app, 'old@example.com', 'football123')
  }))
