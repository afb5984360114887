import type { Child } from '../../../../../../server/api-types.ts'
import { useTranslations } from '../../../../i18n/index.ts'
import styles from './children.module.css'
import { useChildName } from './children-list.tsx'
import { Choices } from './choices.tsx'

interface SharesProps {
  list: readonly Child[]
  value: readonly Child['claimedBy'][]
  onChange(value: Child['claimedBy'][]): void
}

const CLAIMANTS = ['self', 'spouse'] as const

/** Child by child: on whose return it stands. */
export function Shares({ list, value, onChange }: SharesProps) {
  const t = useTranslations('interview.options')
  const nameOf = useChildName()
  return list.map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a child has no other identity
    <div key={index} className={styles.share}>
      <Choices
        legend={nameOf(child, index)}
        isShown
        options={CLAIMANTS.map((one) => ({ value: one, label: t(one) }))}
        value={value[index] ?? 'self'}
        onChange={(claimant) =>
          onChange(
            list.map((_, at) => (at === index ? (claimant as Child['claimedBy']) : (value[at] ?? 'self'))),
          )
        }
      />
    </div>
  ))
}
