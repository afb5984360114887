import { TextInput } from '@mantine/core'
import { useTranslations } from '../../../i18n/index.ts'

interface Props {
  name: string
  onChange(name: string): void
}

/** The field for the name by which a passkey is told from the others. */
export function PasskeyName({ name, onChange }: Props) {
  const t = useTranslations('account.lock.addPasskey')
  return (
    <TextInput
      data-autofocus
      size="md"
      label={t('label')}
      description={t('hint')}
      autoComplete="off"
      maxLength={60}
      value={name}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
