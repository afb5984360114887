import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ChangeBoard } from '../../server/changes/ports.ts'

/** What every ChangeBoard keeps to. `withBoard` gives one with nothing on it. */
export function changeBoardContract(
  name: string,
  withBoard: (use: (board: ChangeBoard) => Promise<void>) => Promise<void>,
) {
  const now = new Date('2026-03-01T04:00:00.000Z')
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  const check = (what: string, use: (board: ChangeBoard) => Promise<void>) => test(what, () => withBoard(use))

  describe(`ChangeBoard: ${name}`, () => {
    check('counts the changes of a person while somebody follows them', async (board) => {
      assert.equal(await board.add('ana', now), undefined)
      assert.equal(await board.follow('ana', later(5)), 0)
      assert.equal(await board.add('ana', now), 1)
      assert.equal(await board.add('ana', later(4)), 2)
      assert.equal(await board.count('ana'), 2)
      assert.equal(await board.add('ben', now), undefined)
      assert.equal(await board.count('ben'), undefined)
    })

    check(
      'counts no more once nobody follows, and goes on from there when somebody does again',
      async (board) => {
        await board.follow('ana', later(5))
        await board.add('ana', now)
        assert.equal(await board.add('ana', later(5)), undefined)
        assert.equal(await board.follow('ana', later(20)), 1)
        assert.equal(await board.add('ana', later(10)), 2)
      },
    )

    check('of changes at the same time it counts each', async (board) => {
      await board.follow('ana', later(5))
      const counts = await Promise.all(Array.from({ length: 8 }, () => board.add('ana', now)))
      assert.deepEqual(counts.sort(), [1, 2, 3, 4, 5, 6, 7, 8])
    })

    check('a mark can be extended, but not where there is none', async (board) => {
      await board.extend('ana', later(5))
      assert.equal(await board.add('ana', now), undefined)
      await board.follow('ana', later(5))
      await board.extend('ana', later(10))
      assert.equal(await board.add('ana', later(9)), 1)
    })
  })
}
