import { type MenuProps, UnstyledButton } from '@mantine/core'
import { type ComponentPropsWithoutRef, lazy, type ReactNode, Suspense, useState } from 'react'

const loadMenu = () => import('./opened-menu.tsx')
const OpenedMenu = lazy(async () => ({ default: (await loadMenu()).OpenedMenu }))

export type MenuButton = Pick<ComponentPropsWithoutRef<'button'>, 'className' | 'aria-label' | 'children'> & {
  'data-place'?: string
}

interface OnDemandMenuProps extends Pick<MenuProps, 'position' | 'width'> {
  button: MenuButton
  /** The entries; a lazy component, so that nothing of the menu loads before somebody reaches for it. */
  children: ReactNode
}

/** A button whose menu is fetched and drawn when it is first opened: every screen starts without it. */
export function OnDemandMenu({ button, children, ...menu }: OnDemandMenuProps) {
  const [isWanted, setWanted] = useState(false)
  const closed = (
    <UnstyledButton
      {...button}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void loadMenu()}
      onClick={() => setWanted(true)}
    />
  )
  if (!isWanted) return closed
  return (
    <Suspense fallback={closed}>
      <OpenedMenu {...menu} button={button}>
        {children}
      </OpenedMenu>
    </Suspense>
  )
}
