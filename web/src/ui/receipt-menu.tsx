import { ActionIcon, Menu, Modal } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Receipt } from '../../../server/api-types.ts'
import { Problem } from '../api/problem.ts'
import { useReadAgain, useRestore, useTrash } from '../api/receipt-mutations.ts'
import { useFormats, useTranslations } from '../i18n/index.ts'
import { Button } from './button.tsx'
import styles from './receipt-menu.module.css'
import { useUndo } from './undo.tsx'

/** What else can be done with a receipt: its page, reading it again, the trash. */
export function ReceiptMenu({ receipt, onTrashed }: { receipt: Receipt; onTrashed?: () => void }) {
  const t = useTranslations('check')
  const common = useTranslations('common')
  const { shortDay } = useFormats()
  const navigate = useNavigate()
  const trash = useTrash()
  const restore = useRestore()
  const readAgain = useReadAgain()
  const { offer } = useUndo()
  const [keepUntil, setKeepUntil] = useState<string | null>(null)

  const moveToTrash = (acknowledgedUntil?: string) =>
    trash.mutate(
      { ...receipt, ...(acknowledgedUntil && { acknowledgedUntil }) },
      {
        onSuccess: (trashed) => {
          setKeepUntil(null)
          offer(t('undo.trashed', { merchant: receipt.merchant ?? t('undo.receipt') }), () =>
            restore.mutate(trashed),
          )
          onTrashed?.()
        },
        onError: (error) => {
          if (error instanceof Problem && error.code === 'confirmation_needed')
            setKeepUntil(String(error.details.retainUntil))
        },
      },
    )

  return (
    <>
      <Menu position="bottom-end" radius="md" shadow="md">
        <Menu.Target>
          <ActionIcon className={styles.menu} variant="transparent" size={44} aria-label={t('menu.open')}>
            <IconDots size={24} stroke={1.8} color="var(--ink)" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void navigate({ to: '/app/receipts/$id', params: { id: receipt.id } })}>
            {t('menu.details')}
          </Menu.Item>
          {receipt.files.length > 0 && (
            <Menu.Item onClick={() => readAgain.mutate(receipt)}>{t('menu.readAgain')}</Menu.Item>
          )}
          <Menu.Item className={styles.danger ?? ''} onClick={() => moveToTrash()}>
            {t('menu.trash')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={keepUntil !== null}
        onClose={() => setKeepUntil(null)}
        title={t('confirmTrash.title')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <p>{t('confirmTrash.text', { day: keepUntil ? shortDay(keepUntil) : '' })}</p>
        <Button look="danger" onClick={() => keepUntil && moveToTrash(keepUntil)}>
          {t('confirmTrash.action')}
        </Button>
      </Modal>
    </>
  )
}
