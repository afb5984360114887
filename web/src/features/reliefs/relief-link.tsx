import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface Props {
  code: string
  chosen?: string | undefined
  className?: string | undefined
  children: ReactNode
}

/** Opens a relief, which has an address of its own. */
export function ReliefLink({ code, chosen, className, children }: Props) {
  return (
    <Link
      to="/app/reliefs"
      search={(before) => ({ ...before, relief: code })}
      // The tree stays where it is; a page of its own on a phone begins at its top.
      resetScroll={!window.matchMedia('(min-width: 1024px)').matches}
      className={className}
      data-relief={code}
      aria-current={(chosen !== undefined && code === chosen) || undefined}
    >
      {children}
    </Link>
  )
}
