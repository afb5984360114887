import { ActionIcon, Menu, Modal } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Receipt } from '../../../server/api-types.ts'
import { Problem } from '../api/problem.ts'
import { useRestore, useTrash } from '../api/receipt-mutations.ts'
import { useFormats, useTranslations } from '../i18n/index.ts'
import { Button } from './button.tsx'
import styles from './receipt-menu.module.css'
import { useUndo } from './undo.tsx'

const ReadAgainDialog = lazy(async () => ({
  default: (await import('./read-again-dialog.tsx')).ReadAgainDialog,
}))

interface Props {
  receipt: Receipt
  onTrashed?: () => void
  /** It is being read again. */
  onReadAgain?: () => void
}

/** What else can be done with a receipt: its page, reading it again, the trash. */
export function ReceiptMenu({ receipt, onTrashed, onReadAgain }: Props) {
  const t = useTranslations('check')
  const common = useTranslations('common')
  const { shortDay } = useFormats()
  const navigate = useNavigate()
  const trash = useTrash()
  const restore = useRestore()
  const [isAsking, setAsking] = useState(false)
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
          {receipt.files.some(({ role }) => role === 'receipt') && (
            <Menu.Item onClick={() => setAsking(true)}>{t('menu.readAgain')}</Menu.Item>
          )}
          <Menu.Item className={styles.danger ?? ''} onClick={() => moveToTrash()}>
            {t('menu.trash')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {isAsking && (
          <ReadAgainDialog receipt={receipt} onClose={() => setAsking(false)} onBegun={onReadAgain} />
        )}
      </Suspense>
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
