import { IconUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslations } from '../i18n/index.ts'
import { useUploadQueue } from '../offline/queue-provider.tsx'
import styles from './drop-anywhere.module.css'

const filesOf = (data: DataTransfer | null) => [...(data?.files ?? [])]

/** Files dropped or pasted on any screen are added, and the queue is shown. */
export function DropAnywhere() {
  const t = useTranslations('snap')
  const queue = useUploadQueue()
  const navigate = useNavigate()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const take = (files: File[]) => {
      if (!queue || files.length === 0) return false
      void queue.add(files)
      void navigate({ to: '/app/snap' })
      return true
    }
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      // Leaving the window, not one of its elements.
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (take(filesOf(event.dataTransfer))) event.preventDefault()
    }
    const onPaste = (event: ClipboardEvent) => {
      if (take(filesOf(event.clipboardData))) event.preventDefault()
    }
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
      document.removeEventListener('paste', onPaste)
    }
  }, [queue, navigate])
  if (!isOver) return null
  return (
    <div className={styles.over}>
      <IconUpload size={40} stroke={1.5} aria-hidden />
      <p className="part-title">{t('drop')}</p>
    </div>
  )
}
