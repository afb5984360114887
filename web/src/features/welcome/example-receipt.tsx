import { useTranslations } from '../../i18n/index.ts'
import styles from './example-receipt.module.css'

const LINES: readonly [string, string][] = [
  ['KAMUS PELAJAR DWIBAHASA', '25.80'],
  ['NOVEL LAUT YANG TENANG', '39.20'],
  ['ENSIKLOPEDIA KANAK-KANAK', '24.90'],
  ['KERTAS A4 70GSM 500S', '13.20'],
]

/** A made-up receipt with what is read from it marked, and what it does to a limit. One picture for assistive technology. */
export function ExampleReceipt() {
  const t = useTranslations('welcome')
  return (
    <div className={styles.picture} role="img" aria-label={t('picture')}>
      <div className={styles.paper} aria-hidden="true">
        <p className={styles.shop}>
          <mark className={styles.read}>KEDAI BUKU SERI MAJU</mark>
        </p>
        <p className={styles.middle}>201901023456 (1332785-X)</p>
        <p className={styles.middle}>12, Jalan Bunga Raya 3, 43000 Kajang</p>
        <hr />
        <Line left="RESIT  KB-0048213" right="JURUWANG 02" />
        <p className={styles.line}>
          <span>
            TARIKH <mark className={styles.read}>11/08/2026</mark>
          </span>
          <span>16:42</span>
        </p>
        <hr />
        {LINES.map(([left, right]) => (
          <Line key={left} left={left} right={right} />
        ))}
        <hr />
        <p className={`${styles.line} ${styles.total}`}>
          <span>JUMLAH RM</span>
          <mark className={`${styles.read} ${styles.focus}`}>103.10</mark>
        </p>
        <Line left="TUNAI" right="105.00" />
        <Line left="BAKI" right="1.90" />
      </div>
      <div className={styles.card} aria-hidden="true">
        <p className={styles.limit}>
          <span>{t('example.lifestyle')}</span>
          <strong>{t('example.left')}</strong>
        </p>
        <div className={styles.track}>
          <span className={styles.used} />
          <span className={styles.suggested} />
        </div>
        <p className="soft">{t('example.text')}</p>
      </div>
    </div>
  )
}

function Line({ left, right }: { left: string; right: string }) {
  return (
    <p className={styles.line}>
      <span>{left}</span>
      <span>{right}</span>
    </p>
  )
}
