import { useHotkeys } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { onKeysRequest } from '../ui/keys-request.ts'

const KeysList = lazy(async () => ({ default: (await import('./keys-list.tsx')).KeysList }))

/** The keys that work everywhere, and a list of all keys at `?`. */
export function KeysDialog() {
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  useHotkeys([
    ['shift+?', () => setOpen(true)],
    ['n', () => void navigate({ to: '/app/snap' })],
    ['/', () => void navigate({ to: '/app/receipts', search: { search: true } })],
  ])
  useEffect(() => onKeysRequest(() => setOpen(true)), [])
  if (!isOpen) return null
  return (
    <Suspense>
      <KeysList onClose={() => setOpen(false)} />
    </Suspense>
  )
}
