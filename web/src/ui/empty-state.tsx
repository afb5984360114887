import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type Props = { icon?: ReactNode; title: string; text: string; action?: ReactNode; wholePage?: boolean }

/** A tick or an icon, one line, one sentence, one button. `wholePage`: nothing else on the page has a heading. */
export function EmptyState(props: Props) {
  const Heading = props.wholePage ? 'h1' : 'h2'
  return (
    <section className={styles.empty}>
      <span className={styles.mark}>{props.icon ?? <IconCheck size={28} stroke={2} aria-hidden />}</span>
      <Heading className="part-title">{props.title}</Heading>
      <p className="soft">{props.text}</p>
      {props.action && <div className={styles.action}>{props.action}</div>}
    </section>
  )
}
