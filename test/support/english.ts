/** Words that English sentences are made of and Malay ones never have. */
const FUNCTION_WORDS =
  `the and of is are was were be been not this that these those with without for from which who whose your you
  yours it its they them their there has have had does did will would should could cannot may must more than less only also any
  all none nothing no yes but or if when where what how why because until before after again already still other another every
  each one two by on into about under over as so such here`
    .split(/\s+/)
    .filter((word) => word !== '')

/** Words of both languages, or in names: Form BE. */
const SHARED = new Set(['may', 'had', 'be'])

const ENGLISH = new Set(FUNCTION_WORDS.filter((word) => !SHARED.has(word)))

/** The English function words in a text that should be Malay. */
export const englishIn = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z’'-]+/g) ?? []).filter((word) => ENGLISH.has(word))
