/**
 * The URL of a module beside the one that asks, for a process or thread to run. It ends like that one: `.ts` in a
 * checkout, `.js` in a package.
 * @param name without its ending
 * @param from `import.meta.url`
 */
export const siblingModule = (name: string, from: string): URL =>
  new URL(`./${name}${from.slice(from.lastIndexOf('.'))}`, from)
