import { Button as MantineButton } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'
import styles from './button.module.css'
import type { AppButtonProps } from './button.tsx'

type Props = AnchorHTMLAttributes<HTMLAnchorElement> &
  Pick<AppButtonProps, 'look' | 'height' | 'icon' | 'rightSection' | 'full'> & {
    ref?: Ref<HTMLAnchorElement>
  }

/** A link that looks like a button. */
export function AnchorButton({ look = 'filled', height = 48, icon, full, className, ...rest }: Props) {
  return (
    <MantineButton
      component="a"
      {...rest}
      className={`${styles.button} ${className ?? ''}`}
      data-look={look}
      data-height={height}
      leftSection={icon}
      fullWidth={full ?? false}
    />
  )
}

/** As AnchorButton, to a route of the app. */
export const LinkButton = createLink(AnchorButton)
