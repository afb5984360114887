import { IconPencil, IconPlus } from '@tabler/icons-react'
import type { Child } from '../../../../../../server/api-types.ts'
import { useFormats, useTranslations } from '../../../../i18n/index.ts'
import { Button } from '../../../../ui/button.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { blankChild, type ChildDraft, draftOf } from './child-draft.ts'
import { ChildForm } from './child-form.tsx'
import styles from './children.module.css'

interface ChildrenListProps {
  year: number
  list: readonly Child[]
  /** What each brings, where it is known. */
  reliefsSen: readonly number[]
  /** The child being typed; null: none. */
  draft: ChildDraft | null
  onDraft(draft: ChildDraft | null): void
  error?: string | undefined
  onChange(list: Child[]): void
}

export const useChildName = () => {
  const t = useTranslations('interview.child')
  return (child: Pick<Child, 'label'>, index: number) =>
    child.label || t('unnamed', { number: String(index + 1) })
}

/** The children of a person, each a row to change; one is typed at a time. */
export function ChildrenList({ year, list, reliefsSen, draft, onDraft, error, onChange }: ChildrenListProps) {
  const t = useTranslations('interview.child')
  const { shortDay, shortMoney } = useFormats()
  const nameOf = useChildName()
  // The first one is asked for at once.
  const open = draft ?? (list.length === 0 ? blankChild() : null)
  const form = open && (
    <ChildForm
      key={open.index}
      year={year}
      draft={open}
      onDraft={onDraft}
      isFirst={list.length === 0}
      onKeep={(child) => {
        onDraft(null)
        onChange(
          open.index < list.length
            ? list.map((one, at) => (at === open.index ? child : one))
            : [...list, child],
        )
      }}
      onRemove={() => {
        onDraft(null)
        onChange(list.filter((_, at) => at !== open.index))
      }}
      onCancel={() => onDraft(null)}
    />
  )
  return (
    <div className={styles.children}>
      <ul>
        {list.map((child, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a child has no other identity
          <li key={index}>
            {open?.index === index ? (
              form
            ) : (
              <div className={styles.child}>
                <span>
                  <b>{nameOf(child, index)}</b>{' '}
                  <span className="soft">{t('born', { day: shortDay(child.bornOn) })}</span>
                </span>
                {reliefsSen[index] !== undefined && (
                  <span className="money">{shortMoney(reliefsSen[index])}</span>
                )}
                <IconButton
                  label={t('edit', { child: nameOf(child, index) })}
                  onClick={() => onDraft(draftOf(child, index))}
                >
                  <IconPencil size={20} stroke={1.7} aria-hidden />
                </IconButton>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open && open.index >= list.length ? (
        form
      ) : (
        <Button
          look="text"
          height={44}
          icon={<IconPlus size={20} stroke={1.8} aria-hidden />}
          onClick={() => onDraft(blankChild(list.length))}
        >
          {t('add')}
        </Button>
      )}
      {error && <p className={styles.error}>{error}</p>}
    </div>
  )
}
