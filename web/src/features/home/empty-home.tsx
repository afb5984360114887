import { UnstyledButton } from '@mantine/core'
import { IconCamera, IconChevronRight, IconDeviceMobile, IconFolder, IconReceipt } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Overview } from '../../../../server/api-types.ts'
import { useAddExamples } from '../../api/examples.ts'
import { useFormats, useTranslations } from '../../i18n/index.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Clause, Figure, Sentence } from '../../ui/sentence.tsx'
import styles from './empty-home.module.css'
import part from './part.module.css'

const money = (chunks: ReactNode) => <Figure>{chunks}</Figure>

/** Before the first receipt: what is true without one, and three ways to begin. */
export function EmptyHome({ overview }: { overview: Overview }) {
  const t = useTranslations('home')
  const { shortMoney, nameOf } = useFormats()
  const navigate = useNavigate()
  const add = useAddExamples()
  return (
    <div className={styles.home}>
      <Sentence>
        <Clause>{t.rich('sentence.empty', { money, automatic: shortMoney(overview.automaticSen) })}</Clause>
      </Sentence>
      <div className={styles.actions}>
        <LinkButton
          to="/app/snap"
          search={{ camera: true }}
          height={54}
          full
          icon={<IconCamera size={24} stroke={1.7} aria-hidden />}
        >
          {t('first')}
        </LinkButton>
        <LinkButton
          to="/app/snap"
          look="outline"
          full
          icon={<IconFolder size={22} stroke={1.7} aria-hidden />}
        >
          {t('choose')}
        </LinkButton>
      </div>
      <div className={styles.rows}>
        <UnstyledButton
          className={styles.row}
          disabled={add.isPending}
          onClick={() =>
            // A promise, as this screen may be gone by then.
            void add.mutateAsync().then(
              ({ year }) => navigate({ to: '/', search: { year } }),
              () => {},
            )
          }
        >
          <span className={part.sheet}>
            <IconReceipt size={22} stroke={1.6} aria-hidden />
          </span>
          <span className={styles.text}>
            <b>{add.isPending ? t('examples.loading') : t('examples.title')}</b>
            <span className="soft">{t('examples.text')}</span>
          </span>
          <IconChevronRight size={20} aria-hidden />
        </UnstyledButton>
        <Link to="/app/account" hash="phone" className={`${styles.row} ${styles.onDesk}`}>
          <span className={part.sheet}>
            <IconDeviceMobile size={22} stroke={1.6} aria-hidden />
          </span>
          <span className={styles.text}>
            <b>{t('phone.title')}</b>
            <span className="soft">{t('phone.text')}</span>
          </span>
          <IconChevronRight size={20} aria-hidden />
        </Link>
      </div>
      {add.error && <ProblemNotice error={add.error} />}
      {overview.lookFor.length > 0 && (
        <section aria-labelledby="look-for" className={part.part}>
          <div className={part.head}>
            <h2 id="look-for" className="part-title">
              {t('lookFor')}
            </h2>
            <Link to="/app/reliefs" className={part.all}>
              {t('allReliefs')}
            </Link>
          </div>
          <ul className={part.part}>
            {overview.lookFor.map((line) => (
              <li key={line.code} className={part.look}>
                <span>{nameOf(line.shortName)}</span>
                <b>{t('upTo', { amount: shortMoney(line.limitSen) })}</b>
                {line.hint && <span className={`${part.hint} note`}>{nameOf(line.hint)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
