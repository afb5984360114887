import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'
import styles from './icon-link.module.css'

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> }

function IconAnchor({ className, ...rest }: Props) {
  return <a {...rest} className={`${styles.link} ${className ?? ''}`} />
}

/** An icon that leads to a route: back, close. Needs an aria-label. */
export const IconLink = createLink(IconAnchor)
