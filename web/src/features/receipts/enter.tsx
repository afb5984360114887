import { TextInput } from '@mantine/core'
import { IconArrowLeft, IconChevronDown } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ReceiptChanges } from '../../../../server/api-types.ts'
import { useEnter } from '../../api/receipt-mutations.ts'
import { useTranslations } from '../../i18n/index.ts'
import { Button } from '../../ui/button.tsx'
import { IconLink } from '../../ui/icon-link.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import {
  type FieldName,
  fieldKinds,
  furtherFields,
  parseTyped,
  type WrongReason,
} from '../../ui/receipt-fields/field-kinds.ts'
import { useDrafts } from '../../ui/use-drafts.ts'
import styles from './enter.module.css'

const NEEDED: readonly FieldName[] = ['merchant', 'date', 'totalSen']
/** Where what is typed is kept until it is saved: a reload loses nothing. */
const DRAFT = 'by-hand'

type Wrong = WrongReason | 'empty'

/** A receipt without a picture: lost, never printed, or only noted. */
export function EnterReceipt() {
  const t = useTranslations('receipts')
  const check = useTranslations('check.fields')
  const navigate = useNavigate()
  const enter = useEnter()
  const { drafts, setDraft, forget } = useDrafts(DRAFT)
  const [wrong, setWrong] = useState<Partial<Record<FieldName, Wrong>>>({})
  const form = useRef<HTMLFormElement>(null)
  const [isMore, setMore] = useState(furtherFields.some((name) => drafts[name] !== undefined))
  const currency = (drafts.currency ?? '').trim().toUpperCase()
  const isForeign = currency !== '' && currency !== 'MYR' && currency !== 'RM'
  const shown = [...NEEDED, ...furtherFields, ...(isForeign ? (['myrSen'] as const) : [])]

  function save(event: FormEvent) {
    event.preventDefault()
    const values: Partial<Record<FieldName, string | number>> = {}
    const mistakes: Partial<Record<FieldName, Wrong>> = {}
    for (const name of shown) {
      const parsed = parseTyped(fieldKinds[name], drafts[name] ?? '')
      if ('wrong' in parsed) mistakes[name] = parsed.wrong
      else if (parsed.value !== null && parsed.value !== '') values[name] = parsed.value
      else if (NEEDED.includes(name)) mistakes[name] = 'empty'
    }
    setWrong(mistakes)
    const first = shown.find((name) => mistakes[name])
    if (first) {
      // A field that is folded away must be there before it can take the focus.
      if (furtherFields.includes(first)) flushSync(() => setMore(true))
      form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus()
      return
    }
    enter.mutate(values as ReceiptChanges, {
      onSuccess: ({ id }) => {
        forget()
        void navigate({ to: '/app/check/{-$id}', params: { id }, replace: true })
      },
    })
  }

  const hintOf = (name: FieldName) => {
    const kind = fieldKinds[name]
    return kind === 'day'
      ? check('hints.date')
      : kind === 'amount'
        ? check('hints.amount')
        : kind === 'currency'
          ? check('hints.currency')
          : undefined
  }
  const field = (name: FieldName) => {
    const mistake = wrong[name]
    return (
      <TextInput
        key={name}
        name={name}
        label={check(name)}
        withAsterisk={NEEDED.includes(name)}
        description={hintOf(name)}
        error={mistake && check(`wrong.${mistake}`)}
        inputMode={fieldKinds[name] === 'amount' ? 'decimal' : 'text'}
        autoComplete="off"
        classNames={{ root: styles[name] ?? '', input: styles.input ?? '' }}
        value={drafts[name] ?? ''}
        onChange={({ currentTarget }) => {
          setDraft(name, currentTarget.value || null)
          if (mistake) setWrong({ ...wrong, [name]: undefined })
        }}
      />
    )
  }

  return (
    <form ref={form} className={styles.enter} noValidate onSubmit={save}>
      <div className={styles.head}>
        <IconLink to="/app/receipts" aria-label={t('page.back')}>
          <IconArrowLeft size={24} stroke={1.8} aria-hidden />
        </IconLink>
        <h1 className="page-title">{t('enter.title')}</h1>
      </div>
      <p className="soft">{t('enter.lead')}</p>
      <div className={styles.fields}>
        {NEEDED.map(field)}
        {isForeign && field('myrSen')}
        {isMore && furtherFields.map(field)}
      </div>
      <button type="button" className={styles.more} aria-expanded={isMore} onClick={() => setMore(!isMore)}>
        {check(isMore ? 'less' : 'more')}
        <IconChevronDown size={18} aria-hidden />
      </button>
      {enter.error && <ProblemNotice error={enter.error} />}
      <div className={styles.foot}>
        <Button type="submit" height={54} busy={enter.isPending}>
          {t('enter.save')}
        </Button>
        <p className="note">{t('enter.next')}</p>
      </div>
    </form>
  )
}
