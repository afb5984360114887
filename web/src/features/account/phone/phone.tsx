import { useTranslations } from '../../../i18n/index.ts'
import account from '../account.module.css'
import styles from './phone.module.css'
import { QrCode } from './qr-code.tsx'

/** Names that lead every device to itself. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** How the app is opened on another phone: the address of this page, which is where the server signs people in. */
export function Phone() {
  const t = useTranslations('account.phone')
  const { origin, hostname, protocol } = window.location
  return (
    <section id="phone" className={account.part} aria-labelledby="phone-title">
      <h2 id="phone-title" className="part-title">
        {t('title')}
      </h2>
      {LOOPBACK.test(hostname) ? (
        <p className={account.more}>
          {t.rich('onlyHere', { address: origin, code: (chunks) => <code>{chunks}</code> })}
        </p>
      ) : (
        <div className={styles.open}>
          <QrCode text={origin} label={t('code', { address: origin })} />
          <div className={styles.words}>
            <p>{protocol === 'https:' ? t('scan') : t('scanAtHome')}</p>
            <p className={styles.address}>{origin}</p>
            <p className={account.more}>
              {t('signIn')} {protocol === 'http:' && t('plain')}
            </p>
          </div>
        </div>
      )}
    </section>
  )
}
