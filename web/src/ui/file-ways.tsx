import { IconCamera, IconFolder } from '@tabler/icons-react'
import { FileButton } from './file-button.tsx'

interface Props {
  /** What the two buttons say. */
  camera: string
  choose: string
  isBusy: boolean
  /** Of the first: filled where it is what to do next. */
  look?: 'filled' | 'outline'
  onFiles(files: File[]): void
}

/** The two ways to add a file to a receipt: with the camera, or from the files of the device. */
export function FileWays({ camera, choose, isBusy, look = 'outline', onFiles }: Props) {
  return (
    <>
      <FileButton
        look={look}
        height={44}
        camera
        busy={isBusy}
        icon={<IconCamera size={20} stroke={1.7} aria-hidden />}
        onFiles={onFiles}
      >
        {camera}
      </FileButton>
      <FileButton
        look="outline"
        height={44}
        disabled={isBusy}
        icon={<IconFolder size={20} stroke={1.7} aria-hidden />}
        onFiles={onFiles}
      >
        {choose}
      </FileButton>
    </>
  )
}
