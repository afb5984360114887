/** A name in the middle of a sentence: `books`, but `SSPN savings` and `EV charging`. */
export const inSentence = (name: string) =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
