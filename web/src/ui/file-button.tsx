import { useRef } from 'react'
import { type AppButtonProps, Button } from './button.tsx'

/** Every kind of file the server reads. */
export const ACCEPTED =
  'image/jpeg,image/png,image/webp,image/tiff,image/heic,image/heif,image/avif,image/gif,.heic,.heif,application/pdf,application/xml,text/xml,.xml,application/json,.json'

export interface FileButtonProps extends Omit<AppButtonProps, 'onClick'> {
  onFiles(files: File[]): void
  /** Opens the camera of a phone instead of its files. */
  camera?: boolean
  multiple?: boolean
}

/** A button that asks for files. */
export function FileButton({ onFiles, camera = false, multiple = false, ...rest }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={camera ? 'image/*' : ACCEPTED}
        multiple={multiple}
        {...(camera && { capture: 'environment' })}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // The same file can be chosen again.
          currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
      <Button {...rest} onClick={() => input.current?.click()} />
    </>
  )
}
