import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconCode, IconLogout, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { Profile } from '../api/session.ts'
import { useTranslations } from '../i18n/index.ts'
import styles from './account-menu.module.css'
import { signOut } from './sign-out.ts'

const nameOf = ({ name, email, username }: Profile) => name ?? email ?? username ?? '?'

export function AccountMenu({ profile, place }: { profile: Profile; place: 'header' | 'rail' }) {
  const t = useTranslations('common.account')
  const navigate = useNavigate()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const name = nameOf(profile)
  return (
    <Menu position={place === 'rail' ? 'top-start' : 'bottom-end'} radius="md" shadow="md" width={240}>
      <Menu.Target>
        <UnstyledButton className={styles.target} data-place={place}>
          <span className="sr-only">{t('open')}</span>
          <span className={styles.initial} aria-hidden="true">
            {name.slice(0, 1).toUpperCase()}
          </span>
          {place === 'rail' && <span className={styles.name}>{name}</span>}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('signedInAs', { name })}</Menu.Label>
        <Menu.Divider />
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
        <Menu.Item leftSection={<IconLogout size={18} stroke={1.7} aria-hidden />} onClick={signOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
