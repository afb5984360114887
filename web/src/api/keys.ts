/** The keys of everything cached from the API: one place, so that a change knows what it makes stale. */
export const keys = {
  taxYears: ['tax-years'] as const,
  reliefs: (year: number) => ['tax-years', year, 'reliefs'] as const,
  reliefGuide: (year: number, code: string, language: string) =>
    ['tax-years', year, 'reliefs', code, language] as const,
  taxpayer: (year: number) => ['years', year, 'taxpayer'] as const,
  factEffects: (year: number, facts: object[]) => ['years', year, 'fact-effects', facts] as const,
  statements: (year: number) => ['years', year, 'statements'] as const,
  claims: (year: number) => ['years', year, 'claims'] as const,
  receiptsOfRelief: (year: number, code: string) => ['years', year, 'receipts-of', code] as const,
  whatIf: (year: number, code: string, sen: number) => ['years', year, 'what-if', code, sen] as const,
  overview: (year: number) => ['years', year, 'overview'] as const,
  estimate: (year: number) => ['years', year, 'estimate'] as const,
  pcbKnown: (year: number) => ['years', year, 'pcb'] as const,
  pcb: (year: number, plan: object, language: string) => ['years', year, 'pcb', plan, language] as const,
  assessments: (year: number) => ['years', year, 'assessments'] as const,
  recurring: (year: number) => ['years', year, 'recurring'] as const,
  /** In a language, and of the other form than that of the facts where one is named. */
  taxReturn: (year: number, language: string, form?: string) =>
    ['years', year, 'return', language, form ?? 'own'] as const,
  /** Everything that follows from receipts, of every year. */
  years: ['years'] as const,
  receipts: ['receipts'] as const,
  lists: ['receipts', 'list'] as const,
  newest: ['receipts', 'list', 'newest'] as const,
  list: (filters: object) => ['receipts', 'list', filters] as const,
  receipt: (id: string) => ['receipts', 'one', id] as const,
  refunds: ['receipts', 'refunds'] as const,
  refundsOf: (id: string) => ['receipts', 'refunds', id] as const,
  purchases: (text: string) => ['receipts', 'purchases', text] as const,
  text: (id: string) => ['receipts', 'text', id] as const,
  queues: ['receipts', 'queue'] as const,
  queue: (filters: object) => ['receipts', 'queue', filters] as const,
  examples: ['receipts', 'examples'] as const,
  reminders: ['reminders'] as const,
  sessions: ['sessions'] as const,
  factors: ['factors'] as const,
}
