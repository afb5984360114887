import { IconCamera, IconFileUpload } from '@tabler/icons-react'
import type { Statement } from '../../../../../server/api-types.ts'
import { useAddStatement } from '../../../api/statements.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { FileButton } from '../../../ui/file-button.tsx'
import styles from './statements.module.css'
import { useRefusalText } from './use-refusal-text.ts'

interface AddStatementProps {
  year: number
  kind: Statement['kind']
  /** Code of the relief it proves, where its kind does not say so. */
  shows?: string | undefined
  /** One of many. */
  quiet?: boolean
  onAdded?(statement: Statement): void
}

/** Takes the photograph or the file of a statement into its place. */
export function AddStatement({ year, kind, shows, quiet = false, onAdded }: AddStatementProps) {
  const t = useTranslations('interview.statements')
  const refusalOf = useRefusalText()
  const add = useAddStatement(year)
  const name = t(`kinds.${kind}`)
  const take = ([file]: File[]) => file && add.mutate({ file, kind, shows }, { onSuccess: onAdded })
  return (
    <div className={styles.add}>
      <FileButton
        camera
        look={quiet ? 'outline' : 'tonal'}
        height={44}
        busy={add.isPending}
        aria-label={`${t('photograph')}: ${name}`}
        icon={<IconCamera size={20} stroke={1.7} aria-hidden />}
        onFiles={take}
      >
        {t('photograph')}
      </FileButton>
      <FileButton
        look="text"
        height={44}
        disabled={add.isPending}
        aria-label={`${t('chooseFile')}: ${name}`}
        icon={<IconFileUpload size={20} stroke={1.7} aria-hidden />}
        onFiles={take}
      >
        {t('chooseFile')}
      </FileButton>
      {add.error && (
        <p className={styles.refused} role="alert">
          {refusalOf(add.error)}
        </p>
      )}
    </div>
  )
}
