import { Modal } from '@mantine/core'
import { useTranslations } from '../i18n/index.ts'
import styles from './keys-dialog.module.css'

const KEYS = [
  ['/', 'search'],
  ['n', 'add'],
  ['j k', 'move'],
  ['Enter', 'confirm'],
  ['s d', 'twins'],
  ['u', 'undo'],
  ['?', 'help'],
] as const

export function KeysList({ onClose }: { onClose(): void }) {
  const t = useTranslations('common')
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <dl className={styles.keys}>
        {KEYS.map(([keys, name]) => (
          <div key={name} className={styles.row}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
