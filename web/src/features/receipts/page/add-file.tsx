import { Modal } from '@mantine/core'
import { IconCamera, IconFolder } from '@tabler/icons-react'
import { useState } from 'react'
import type { Receipt, ReceiptFile } from '../../../../../server/api-types.ts'
import { useAddFile } from '../../../api/receipt-mutations.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { FileButton } from '../../../ui/file-button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './add-file.module.css'

type Role = ReceiptFile['role']
const ROLES: readonly Role[] = ['receipt', 'certificate', 'proof']

/** A further file of a receipt: what it is, and from where it comes. */
export function AddFile({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const t = useTranslations('receipts.page.add')
  const common = useTranslations('common')
  const add = useAddFile()
  const needsCertificate = receipt.allocations.some((part) => part.needsCertificate)
  const hasCertificate = receipt.files.some(({ role }) => role === 'certificate')
  const [role, setRole] = useState<Role>(needsCertificate && !hasCertificate ? 'certificate' : 'receipt')
  const send = ([file]: File[]) => file && add.mutate({ receipt, file, role }, { onSuccess: onClose })
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': common('close') }}>
      <fieldset className={styles.roles}>
        <legend className="sr-only">{t('what')}</legend>
        {ROLES.map((one) => (
          <label key={one} className={styles.role}>
            <input
              type="radio"
              name="role"
              value={one}
              checked={role === one}
              onChange={() => setRole(one)}
            />
            <span className={styles.dot} aria-hidden="true" />
            <span>
              <b>{t(`roles.${one}`)}</b>
              <br />
              <span className="note">{t(`notes.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {add.error && <ProblemNotice error={add.error} />}
      <div className={styles.ways}>
        <FileButton
          camera
          full
          busy={add.isPending}
          icon={<IconCamera size={22} stroke={1.7} aria-hidden />}
          onFiles={send}
        >
          {t('camera')}
        </FileButton>
        <FileButton
          look="outline"
          full
          disabled={add.isPending}
          icon={<IconFolder size={22} stroke={1.7} aria-hidden />}
          onFiles={send}
        >
          {t('choose')}
        </FileButton>
      </div>
    </Modal>
  )
}
