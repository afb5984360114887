import { useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './question.module.css'
import type { FieldConflict, Question } from './use-question.ts'

const LISTS = ['children', 'shares']

/** Somebody else was faster: both answers side by side, and a button for each. */
export function FieldConflicts({ question }: { question: Question }) {
  const t = useTranslations('interview')
  const { conflicts, keepMine, takeTheirs } = question
  if (conflicts.length === 0) return null
  const said = (text: string) => {
    if (text === '') return t('conflict.nothing')
    return OPTION_NAMES.has(text) ? t(`options.${text as 'yes'}`) : text
  }
  const sentence = ({ name, theirs, mine }: FieldConflict) =>
    LISTS.includes(name)
      ? t('conflict.list')
      : t('conflict.text', { field: t(`fields.${name}`), theirs: said(theirs), mine: said(mine) })
  return (
    <div className={styles.conflict} role="alert">
      <b>{t('conflict.title')}</b>
      {conflicts.map((conflict) => (
        <p key={conflict.name}>{sentence(conflict)}</p>
      ))}
      <div className={styles.ways}>
        <Button look="outline" height={44} onClick={keepMine}>
          {t('conflict.mine')}
        </Button>
        <Button look="outline" height={44} onClick={takeTheirs}>
          {t('conflict.theirs')}
        </Button>
      </div>
    </div>
  )
}

const OPTION_NAMES: ReadonlySet<string> = new Set([
  'none',
  'yes',
  'no',
  'unsure',
  'single',
  'married',
  'divorced',
  'widowed',
  'separate',
  'joint',
  'joint-in-spouse-name',
  'self',
  'spouse',
  'each',
  'female',
  'male',
  'both',
  'one',
  'abroad',
  'part',
  'higher',
  'lower',
  'gone',
  'returning-expert',
  'knowledge-worker',
  'c-suite',
])
