import { Modal } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Statement } from '../../../../../server/api-types.ts'
import { Problem } from '../../../api/problem.ts'
import { useRemoveStatement } from '../../../api/statements.ts'
import { useFormats, useTranslations } from '../../../i18n/index.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import styles from './statements.module.css'

/** Deletes a statement for good, once the person has seen until when the law wants it kept. */
export function DeleteStatement({ statement }: { statement: Statement }) {
  const t = useTranslations('interview.statements')
  const common = useTranslations('common')
  const { shortDay } = useFormats()
  const navigate = useNavigate()
  const remove = useRemoveStatement()
  const [isOpen, setOpen] = useState(false)
  const { error } = remove
  // The day of filing decides the day, and may have been said elsewhere since.
  const asked =
    error instanceof Problem && error.code === 'confirmation_needed' ? error.details.retainUntil : undefined
  const until = typeof asked === 'string' ? asked : statement.retainUntil
  return (
    <>
      <Button
        look="danger"
        height={44}
        icon={<IconTrash size={20} stroke={1.7} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('delete')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('deleteTitle')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <p>{t('deleteText', { day: shortDay(until) })}</p>
        {error && asked === undefined && <ProblemNotice error={error} />}
        <div className={styles.add}>
          <Button
            look="danger"
            busy={remove.isPending}
            onClick={() =>
              remove.mutate(
                { statement, acknowledgedUntil: until },
                {
                  onSuccess: () =>
                    void navigate({ to: '/app/year/statements/{-$id}', params: { id: undefined } }),
                },
              )
            }
          >
            {t('delete')}
          </Button>
          <Button look="text" onClick={() => setOpen(false)}>
            {common('cancel')}
          </Button>
        </div>
      </Modal>
    </>
  )
}
