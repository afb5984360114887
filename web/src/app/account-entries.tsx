import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconCode, IconLogout, IconTrash, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from '../i18n/index.ts'
import { requestSignOut } from '../offline/sign-out-request.ts'

export function AccountEntries({ name }: { name: string }) {
  const t = useTranslations('common.account')
  const navigate = useNavigate()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <>
      <Menu.Label>{t('signedInAs', { name })}</Menu.Label>
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconUser size={18} stroke={1.7} aria-hidden />}
        onClick={() => void navigate({ to: '/app/account' })}
      >
        {t('screen')}
      </Menu.Item>
      <Menu.Label>{t('theme')}</Menu.Label>
      {(['auto', 'light', 'dark'] as const).map((scheme) => (
        <Menu.Item
          key={scheme}
          rightSection={colorScheme === scheme && <IconCheck size={16} aria-hidden />}
          onClick={() => setColorScheme(scheme)}
        >
          {t(scheme === 'auto' ? 'system' : scheme)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconTrash size={18} stroke={1.7} aria-hidden />}
        onClick={() => void navigate({ to: '/app/receipts', search: { trash: true } })}
      >
        {t('trash')}
      </Menu.Item>
      <Menu.Item component="a" href="/docs" leftSection={<IconCode size={18} stroke={1.7} aria-hidden />}>
        {t('api')}
      </Menu.Item>
      <Menu.Item leftSection={<IconLogout size={18} stroke={1.7} aria-hidden />} onClick={requestSignOut}>
        {t('signOut')}
      </Menu.Item>
    </>
  )
}
