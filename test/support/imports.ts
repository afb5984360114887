import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** What each file imports: packages by name, own files by their path from the root. Types included. */
export type ImportGraph = Map<string, string[]>

export function readImports(root: string, pattern: string): ImportGraph {
  return new Map(globSync(pattern, { cwd: root }).map((file) => [file, importsOf(root, file)]))
}

function importsOf(root: string, file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8')
  const named = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"\n]*(?:\{[^}]*\}[^'"\n]*)?from\s+'([^']+)'/g,
  )
  const bare = source.matchAll(/(?:^|\n)\s*import\s+'([^']+)'/g)
  const dynamic = source.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)
  return [...named, ...bare, ...dynamic].map(([, name]) =>
    name?.startsWith('.') ? relative(root, join(root, dirname(file), name)) : String(name),
  )
}

/** Groups of files that import each other, directly or by way of others (Tarjan's strongly connected components). */
export function cyclesIn(graph: ImportGraph): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const cycles: string[][] = []

  function visit(file: string) {
    index.set(file, index.size)
    low.set(file, index.get(file) ?? 0)
    stack.push(file)
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(file) !== index.get(file)) return
    const component = stack.splice(stack.indexOf(file))
    if (component.length > 1 || graph.get(file)?.includes(file)) cycles.push(component.sort())
  }

  for (const file of graph.keys()) if (!index.has(file)) visit(file)
  return cycles
}
