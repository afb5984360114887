import { type ButtonProps, Button as MantineButton } from '@mantine/core'
import type { ComponentPropsWithoutRef, ReactNode, Ref } from 'react'
import styles from './button.module.css'

type Native = Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps | 'children'>

export interface AppButtonProps extends Native {
  /** Filled: one a screen. Tonal: adding. Outline: second. Text: third. Danger: outlined, and filled where it is confirmed. */
  look?: 'filled' | 'tonal' | 'outline' | 'text' | 'danger' | 'danger-filled'
  /** 44 in rows, 48 otherwise, 54 at the thumb. */
  height?: 44 | 48 | 54
  icon?: ReactNode
  rightSection?: ReactNode
  children: ReactNode
  full?: boolean
  busy?: boolean
  disabled?: boolean
  ref?: Ref<HTMLButtonElement> | undefined
}

export function Button({ look = 'filled', height = 48, icon, full, busy, ...rest }: AppButtonProps) {
  return (
    <MantineButton
      type="button"
      {...rest}
      className={styles.button}
      data-look={look}
      data-height={height}
      leftSection={icon}
      fullWidth={full ?? false}
      loading={busy ?? false}
    />
  )
}
