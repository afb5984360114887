const LONGEST_NAME = 40

/** A line's text as quoted in a reason, shortened to 40 characters. */
export const quoted = (text: string) => {
  const name = text.slice(0, 200).trim().replace(/\s+/g, ' ')
  if (name === '') return 'without a name'
  return `'${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name}'`
}

/** A confidence, at most 1, rounded to two decimals. */
export const rounded = (confidence: number) => Math.round(Math.min(1, confidence) * 100) / 100
