import { Modal } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from '../i18n/index.ts'
import styles from './keys-dialog.module.css'

const KEYS = [
  ['/', 'search'],
  ['n', 'add'],
  ['j k', 'move'],
  ['Enter', 'confirm'],
  ['u', 'undo'],
  ['?', 'help'],
] as const

/** The keys that work everywhere, and a list of all keys at `?`. */
export function KeysDialog() {
  const t = useTranslations('common')
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  useHotkeys([
    ['shift+?', () => setOpen(true)],
    ['n', () => void navigate({ to: '/app/snap' })],
    ['/', () => void navigate({ to: '/app/receipts', search: { search: true } })],
  ])
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
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
