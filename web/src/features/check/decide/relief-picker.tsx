import { Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Relief, Reliefs } from '../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { claimableReliefs } from '../../../ui/relief-names.ts'
import styles from './relief-picker.module.css'

interface Head {
  code: string
  name: string
  hint: string | null
  section: string
}

/** Every relief, gift and rebate of the year that a receipt can count for, to search and choose from. */
export function ReliefPicker(props: {
  reliefs: Reliefs
  onPick(relief: string | null): void
  onClose(): void
}) {
  const { reliefs, onPick, onClose } = props
  const t = useTranslations('check.picker')
  const common = useTranslations('common')
  const { nameOf } = useFormats()
  const [search, setSearch] = useState('')
  const toHead = (head: Pick<Relief, 'code' | 'shortName' | 'hint' | 'section' | 'en' | 'ms'>): Head => ({
    code: head.code,
    name: nameOf(head.shortName),
    hint: head.hint && nameOf(head.hint),
    section: head.section,
  })
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const matches = ({ name, hint }: Head) =>
    words.every((word) => `${name} ${hint ?? ''}`.toLowerCase().includes(word))
  const groups = [
    { title: null, heads: claimableReliefs(reliefs).map(toHead).filter(matches) },
    { title: t('gifts'), heads: reliefs.gifts.heads.map(toHead).filter(matches) },
    {
      title: t('rebates'),
      heads: reliefs.rebates
        .filter(({ kind }) => kind === 'paid')
        .map(toHead)
        .filter(matches),
    },
  ].filter(({ heads }) => heads.length > 0)

  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': common('close') }}>
      <TextInput
        label={t('search')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-autofocus
      />
      <div className={styles.list}>
        <button type="button" className={styles.head} onClick={() => onPick(null)}>
          <b>{t('none')}</b>
        </button>
        {groups.map(({ title, heads }) => (
          <section key={title ?? 'reliefs'}>
            {title && <h3 className={styles.group}>{title}</h3>}
            {heads.map(({ code, name, hint, section }) => (
              <button key={code} type="button" className={styles.head} onClick={() => onPick(code)}>
                <b>{name}</b>
                <span className="note">{section}</span>
                {hint && <span className={`${styles.hint} note`}>{hint}</span>}
              </button>
            ))}
          </section>
        ))}
        {groups.length === 0 && <p className="soft">{t('nothingFound')}</p>}
      </div>
    </Modal>
  )
}
