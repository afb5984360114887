/** `46(1)(g), 46(1)(h)` as it is cited: `46(1)(g), (h)`. */
export function shortSection(section: string): string {
  const [first = '', ...more] = section.split(', ')
  const stem = /^\d+[A-Z]*\(\d+[A-Z]*\)/.exec(first)?.[0]
  return [
    first,
    ...more.map((one) => (stem && one.startsWith(`${stem}(`) ? one.slice(stem.length) : one)),
  ].join(', ')
}
