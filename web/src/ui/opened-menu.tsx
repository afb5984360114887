import { Menu, type MenuProps, UnstyledButton } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { MenuButton } from './on-demand-menu.tsx'

interface OpenedMenuProps extends Pick<MenuProps, 'position' | 'width'> {
  button: MenuButton
  children: ReactNode
}

/** A menu that opens as soon as it is there. */
export function OpenedMenu({ button, children, ...menu }: OpenedMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const target = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // It takes the place of the button that was pressed, and gives the focus back to it when it closes.
    target.current?.focus()
    setOpen(true)
  }, [])
  return (
    <Menu radius="md" shadow="md" {...menu} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <UnstyledButton ref={target} {...button} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
