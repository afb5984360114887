import { IconCheck } from '@tabler/icons-react'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './readings.module.css'
import type { Proposal } from './readings.ts'

/** Below this, what was read is to be compared with the paper. */
const SURE = 0.9

interface FigureReadProps {
  /** The name of the field, for who hears it without seeing it. */
  field: string
  proposal: Proposal
  /** What the field holds. */
  typedSen: number | null
  onUse(sen: number): void
}

/** What the paper says, below the field it belongs into; it counts once the person takes it. */
export function FigureRead({ field, proposal, typedSen, onUse }: FigureReadProps) {
  const t = useTranslations('interview.statements.read')
  const { exactMoney } = useFormats()
  const { sen, togetherSen, papers, confidence } = proposal
  const wanted = papers > 1 ? togetherSen : sen
  const says =
    papers > 1
      ? t('together', { count: papers, amount: exactMoney(togetherSen), here: exactMoney(sen) })
      : t('paper', { amount: exactMoney(sen) })
  if (typedSen === wanted) {
    return (
      <p className={styles.same}>
        <IconCheck size={16} stroke={2.2} aria-hidden /> {t('same')}
      </p>
    )
  }
  return (
    <div className={styles.found} data-unsure={confidence < SURE || undefined}>
      <p>
        {says} {confidence < SURE && t('unsure')}
      </p>
      <Button look="tonal" height={44} aria-label={t('useFor', { field })} onClick={() => onUse(wanted)}>
        {t('use')}
      </Button>
    </div>
  )
}
