import { Link, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { TaxReturn } from '../../../../../server/api-types.ts'
import { useRecordEntered } from '../../../api/tax-return.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { copyText, selectText } from './copy-text.ts'
import styles from './file.module.css'
import { FormLineRow } from './form-line-row.tsx'
import { type FormRow, plainAmount, type ShownLine, sectionsOf, shownLines } from './lines.ts'
import { ComputedRow, NotKeptRow, OpenRow } from './other-rows.tsx'

/** The items of the form. Copying one ticks it and moves on to the next. */
export function FormLines({ taxReturn }: { taxReturn: TaxReturn }) {
  const t = useTranslations('file')
  const { all = false, form } = useSearch({ from: '/app/year/file' })
  const record = useRecordEntered(taxReturn.year, form)
  const [said, setSaid] = useState('')
  const [copied, setCopied] = useState<string>()
  const list = useRef<HTMLDivElement>(null)
  const lines = shownLines(taxReturn, all)
  const current = lines.find(({ isEntered }) => !isEntered)?.code
  const isFiled = taxReturn.filedOn !== null

  const rowOf = (code: string) => list.current?.querySelector(`[data-code="${CSS.escape(code)}"]`)
  const tick = (line: ShownLine, isEntered: boolean) =>
    record.mutate({ [line.code]: isEntered ? line.amountSen : null })

  async function copy(line: ShownLine) {
    const amount = plainAmount(line.amountSen)
    const isCopied = await copyText(amount)
    setCopied(isCopied ? line.code : undefined)
    setSaid(isCopied ? t('line.said', { amount }) : t('line.byHand'))
    if (!isCopied) {
      const shown = rowOf(line.code)?.querySelector('[data-amount]')
      if (shown) selectText(shown)
      return
    }
    if (!line.isEntered) tick(line, true)
    const next = lines.find(({ code, isEntered }) => !isEntered && code !== line.code)
    if (next) rowOf(next.code)?.querySelector<HTMLElement>('[data-copy]')?.focus()
  }

  function rowOfForm({ kind, line }: FormRow) {
    if (kind === 'open') return <OpenRow key={line.code} line={line} />
    if (kind === 'computed') return <ComputedRow key={line.code} line={line} />
    if (kind === 'not-kept') return <NotKeptRow key={line.code} line={line} />
    return (
      <FormLineRow
        key={line.code}
        line={line}
        isCurrent={!isFiled && line.code === current}
        isCopied={line.code === copied}
        onCopy={() => void copy(line)}
        onTick={(isEntered) => tick(line, isEntered)}
      />
    )
  }

  if (lines.length === 0 && !all) {
    return (
      <EmptyState
        title={t('nothing.title')}
        text={t('nothing.text')}
        action={
          <LinkButton to="/app/year" look="tonal">
            {t('nothing.action')}
          </LinkButton>
        }
      />
    )
  }
  return (
    <section className={styles.form} aria-labelledby="form-order">
      <div className={styles.formHead}>
        <h2 id="form-order" className={styles.order}>
          {t('order', { form: taxReturn.form })}
        </h2>
        <FormChoice taxReturn={taxReturn} />
        <p className={styles.hidden}>
          {!all && <span className="soft">{t('hidden')}</span>}{' '}
          <Link to="/app/year/file" search={(before) => ({ ...before, all: all ? undefined : true })} replace>
            {t(all ? 'hideEmpty' : 'showAll')}
          </Link>
        </p>
      </div>
      {taxReturn.assessment === 'joint-in-spouse-name' && <p>{t('inSpouseName')}</p>}
      {record.error && <ProblemNotice error={record.error} />}
      <div ref={list} className={styles.sections}>
        {sectionsOf(taxReturn, all).map(({ name, rows }) => (
          <section key={name} aria-labelledby={`form-${name}`}>
            <h3 id={`form-${name}`} className={styles.part}>
              {t(`parts.${name}`)}
            </h3>
            {name === 'tax' && <p className={styles.computed}>{t('computed')}</p>}
            <ol className={styles.lines}>{rows.map(rowOfForm)}</ol>
          </section>
        ))}
      </div>
      <p className="sr-only" role="status">
        {said}
      </p>
      {said === t('line.byHand') && <p>{said}</p>}
      <NumbersNote lines={lines} />
    </section>
  )
}

/** Why it is this form, and the way to the other one. */
function FormChoice({ taxReturn: { form, ownForm } }: { taxReturn: TaxReturn }) {
  const t = useTranslations('file.form')
  const other = form === 'BE' ? 'B' : 'BE'
  return (
    <p className={styles.hidden}>
      <span className="soft">{t(form === ownForm ? `why${form}` : 'notYours', { form: ownForm })}</span>{' '}
      <Link
        to="/app/year/file"
        search={(before) => ({ ...before, form: other === ownForm ? undefined : other })}
        replace
      >
        {t('see', { form: other })}
      </Link>
    </p>
  )
}

/** How far the numbers of the items can be trusted. */
function NumbersNote({ lines }: { lines: ShownLine[] }) {
  const t = useTranslations('file')
  if (lines.every(({ item }) => item === null)) return <p className="note">{t('noNumbers')}</p>
  return lines.some(({ certainty }) => certainty === 'derived') ? (
    <p className="note">{t('derivedNote')}</p>
  ) : null
}
