import { type LoadedFile, sizeOf } from './files.ts'

interface Line {
  what: string
  measured: number
  most: number
  unit: 'kB' | 'ms'
  files?: LoadedFile[]
}

/** Collects figures, prints them against their budgets, and fails the run when one is missed. */
export function createReport() {
  const lines: Line[] = []
  return {
    /** @param most kB of JavaScript and CSS, compressed by brotli */
    size(what: string, files: LoadedFile[], most: number) {
      lines.push({ what, measured: sizeOf(files), most, unit: 'kB', files })
    },
    /** @param measured milliseconds, as `most` */
    time(what: string, measured: number, most: number) {
      lines.push({ what, measured, most, unit: 'ms' })
    },
    print() {
      for (const { what, files } of lines) {
        if (!files) continue
        console.log(`\n${what}`)
        for (const { path, bytes } of files)
          console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${path}`)
      }
      console.log('')
      for (const { what, measured, most, unit } of lines) {
        const isKept = measured <= most
        if (!isKept) process.exitCode = 1
        console.log(
          `${isKept ? '  kept' : 'MISSED'} ${measured.toFixed(0).padStart(7)} ${unit} of ${String(most).padStart(5)}  ${what}`,
        )
      }
    },
  }
}
