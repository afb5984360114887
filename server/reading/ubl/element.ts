/** An element of a UBL document, from either syntax. */
export interface Element {
  text: string
  attributes: Record<string, string>
  /** By local name: no UBL name occurs in two of its namespaces. */
  children: Map<string, Element[]>
}

export const newElement = (attributes: Record<string, string> = {}): Element => ({
  text: '',
  attributes,
  children: new Map(),
})

export function append(parent: Element, name: string, child: Element): void {
  const siblings = parent.children.get(name)
  if (siblings) siblings.push(child)
  else parent.children.set(name, [child])
}

/** All elements at the end of a path of names, in document order. */
export const all = (element: Element, ...path: string[]): Element[] =>
  path.reduce<Element[]>(
    (found, name) => found.flatMap(({ children }) => children.get(name) ?? []),
    [element],
  )

/** The text of an element on one line; null if it is empty or "N/A". */
export function textOf(element: Element | undefined): string | null {
  const text = element?.text.replace(/[\s\p{C}]+/gu, ' ').trim() ?? ''
  return text === '' || /^n\.?\/?a\.?$/i.test(text) ? null : text
}

/** The text of the first element at the end of a path. */
export const textAt = (element: Element, ...path: string[]) => textOf(all(element, ...path)[0])
