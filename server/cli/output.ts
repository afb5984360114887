/** Prints a line for people or other programs. Complaints and progress go to standard error. */
export const print = (line = '') => void process.stdout.write(`${line}\n`)

/** "1 receipt", "2 receipts". */
export const count = (n: number, thing: string) => `${n.toLocaleString('en')} ${thing}${n === 1 ? '' : 's'}`

/** A size in decimal units, as file managers show it. */
export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${step === 0 ? bytes : (bytes / 1000 ** step).toFixed(1)} ${units[step]}`
}

/** The first names of a list that may be long, and how many more there are. */
export function some(names: string[], max = 10): string[] {
  const shown = names.slice(0, max).map((name) => `  ${name}`)
  return names.length > max ? [...shown, `  and ${names.length - max} more`] : shown
}

/** A file's name or text may contain control sequences of a terminal. */
export const printable = (text: string) => text.replace(/\p{C}/gu, '?')
