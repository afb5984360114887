import { Modal } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Receipt, Reliefs } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { toSen, toTyped } from '../../../i18n/money.ts'
import { Button } from '../../../ui/button.tsx'
import { beneficiariesOf, claimableReliefs } from '../../../ui/relief-names.ts'
import { ItemFigures } from './item-figures.tsx'
import type { Part, Person } from './parts.ts'
import { shareOut } from './parts.ts'
import styles from './split.module.css'

interface Row {
  key: string
  description: string | null
  relief: string | null
  person: Person | null
  /** As typed; only where the receipt has no lines. */
  typed: string
  sen: number
  items: number[]
  question: string | null
}

interface SplitProps {
  receipt: Receipt
  totalSen: number
  parts: Part[]
  reliefs: Reliefs
  onApply(parts: Part[]): void
  onClose(): void
}

/** Line by line: what each counts for. Without lines, amounts are typed. */
export function Split({ receipt, totalSen, parts, reliefs, onApply, onClose }: SplitProps) {
  const t = useTranslations('check.split')
  const common = useTranslations('common')
  const check = useTranslations('check')
  const { exactMoney, amount, nameOf } = useFormats()
  const byLines = receipt.items.length > 0 && receipt.items.some(({ amountSen }) => amountSen !== 0)
  const [rows, setRows] = useState(() =>
    byLines ? lineRows(receipt, totalSen, parts) : amountRows(totalSen, parts),
  )
  const placed = rows.reduce((sum, { sen }) => sum + sen, 0)
  const counts = rows.reduce((sum, { sen, relief }) => sum + (relief === null ? 0 : sen), 0)
  const restSen = totalSen - placed
  const set = (key: string, change: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  const heads = claimableReliefs(reliefs)

  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t(byLines ? 'title' : 'byAmount')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <div className={styles.rows}>
        {rows.map((row, index) => {
          const people = row.relief === null ? [] : beneficiariesOf(reliefs, row.relief)
          const label = row.description ?? `${t('line')} ${index + 1}`
          return (
            <div key={row.key} className={styles.row} data-counts={row.relief !== null || undefined}>
              {byLines && (
                <span className={styles.line}>
                  {label} <ItemFigures item={receipt.items[index]} />
                </span>
              )}
              <select
                className={styles.select}
                aria-label={`${t('countsAs')}: ${label}`}
                value={row.relief ?? ''}
                onChange={(event) =>
                  set(row.key, { relief: event.currentTarget.value || null, person: null, question: null })
                }
              >
                <option value="">{check('suggestion.nothing')}</option>
                {heads.map((head) => (
                  <option key={head.code} value={head.code}>
                    {nameOf(head.shortName)}
                  </option>
                ))}
                {reliefs.gifts.heads.map((head) => (
                  <option key={head.code} value={head.code}>
                    {nameOf(head.shortName)}
                  </option>
                ))}
              </select>
              {people.length > 1 && (
                <select
                  className={styles.select}
                  aria-label={`${t('whom')}: ${label}`}
                  value={row.person ?? ''}
                  onChange={(event) =>
                    set(row.key, { person: people.find((one) => one === event.currentTarget.value) ?? null })
                  }
                >
                  <option value="" />
                  {people.map((person) => (
                    <option key={person} value={person}>
                      {check(`person.${person}`)}
                    </option>
                  ))}
                </select>
              )}
              {byLines ? (
                <span className={`${styles.amount} money`}>{amount(row.sen)}</span>
              ) : (
                <>
                  <input
                    className={styles.typed}
                    aria-label={`${t('amount')}: ${label}`}
                    inputMode="decimal"
                    value={row.typed}
                    aria-invalid={toSen(row.typed) === undefined}
                    onChange={(event) =>
                      set(row.key, {
                        typed: event.currentTarget.value,
                        sen: toSen(event.currentTarget.value) ?? 0,
                      })
                    }
                  />
                  <button
                    type="button"
                    className={styles.remove}
                    aria-label={t('remove')}
                    disabled={rows.length === 1}
                    onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
                  >
                    <IconTrash size={20} stroke={1.7} aria-hidden />
                  </button>
                </>
              )}
            </div>
          )
        })}
      </div>
      {byLines ? (
        <p className="note">{t('spread')}</p>
      ) : (
        <Button look="text" height={44} onClick={() => setRows([...rows, emptyRow(Math.max(0, restSen))])}>
          {t('add')}
        </Button>
      )}
      <div className={styles.foot}>
        <p role="status">
          <b>{t('counts', { counts: exactMoney(counts), not: exactMoney(placed - counts) })}</b>
          <br />
          <span className="soft">
            {restSen === 0
              ? t('placed', { amount: exactMoney(totalSen) })
              : t(restSen > 0 ? 'toPlace' : 'tooMuch', { amount: exactMoney(Math.abs(restSen)) })}
          </span>
        </p>
        <Button look="text" onClick={onClose}>
          {t('doNot')}
        </Button>
        <Button disabled={restSen !== 0} onClick={() => onApply(toParts(rows))}>
          {t('apply')}
        </Button>
      </div>
    </Modal>
  )
}

/** A row a line of the receipt; what the total differs from the lines is spread over them. */
function lineRows(receipt: Receipt, totalSen: number, parts: Part[]): Row[] {
  const shares = shareOut(
    totalSen,
    receipt.items.map(({ amountSen }) => amountSen),
  )
  return receipt.items.map((item, index) => {
    const part =
      parts.find(({ items }) => items.includes(index)) ?? (parts.length === 1 ? parts[0] : undefined)
    return {
      key: `line-${index}`,
      description: item.description,
      relief: part?.relief ?? null,
      person: part?.person ?? null,
      typed: '',
      sen: shares[index] ?? 0,
      items: [index],
      question: part?.question ?? null,
    }
  })
}

const amountRows = (totalSen: number, parts: Part[]): Row[] =>
  parts.length === 0
    ? [emptyRow(totalSen)]
    : parts.map(({ key, relief, person, sen, items, question }) => ({
        key,
        description: null,
        relief,
        person,
        typed: toTyped(sen),
        sen,
        items,
        question,
      }))

let added = 0
const emptyRow = (sen: number): Row => ({
  key: `added-${added++}`,
  description: null,
  relief: null,
  person: null,
  typed: toTyped(sen),
  sen,
  items: [],
  question: null,
})

/** Lines that count alike become one part. */
function toParts(rows: Row[]): Part[] {
  const groups = Map.groupBy(rows, ({ relief, person, question }) => `${relief} ${person} ${question}`)
  return [...groups.values()].flatMap((group): Part[] => {
    const [first] = group
    const sen = group.reduce((sum, row) => sum + row.sen, 0)
    if (!first || sen === 0) return []
    return [
      {
        key: `split-${first.key}`,
        relief: first.relief,
        person: first.person,
        sen,
        items: group.flatMap(({ items }) => items),
        reason: '',
        question: first.question,
        answer: null,
      },
    ]
  })
}
