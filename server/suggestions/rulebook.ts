import { claimableCodes } from '../law/claimable.ts'
import type { Law } from '../law/law.ts'
import { type Choice, type LineRule, type MerchantRule, type RuleFile, ruleFile } from './rule.ts'
import { books } from './rules/books.ts'
import { care } from './rules/care.ts'
import { devices } from './rules/devices.ts'
import { family } from './rules/family.ts'
import { gifts } from './rules/gifts.ts'
import { health } from './rules/health.ts'
import { home } from './rules/home.ts'
import { internet } from './rules/internet.ts'
import { learning } from './rules/learning.ts'
import { leisure } from './rules/leisure.ts'
import { newspapers } from './rules/newspapers.ts'
import { nonClaimable } from './rules/non-claimable.ts'
import { sports } from './rules/sports.ts'
import { statements } from './rules/statements.ts'

const files: RuleFile[] = [
  books,
  newspapers,
  devices,
  internet,
  learning,
  sports,
  health,
  care,
  family,
  home,
  leisure,
  statements,
  gifts,
  nonClaimable,
]

export interface Rulebook {
  merchants: MerchantRule[]
  lines: LineRule[]
}

/**
 * Loads all rules and checks them against their schema, each other and the law.
 * @throws Error naming the rule, for a relief that no year has, an id used twice, or an undefined merchant
 */
export function loadRules(law: Law, given: RuleFile[] = files): Rulebook {
  const parsed = given.map((file) => ruleFile.parse(file))
  const merchants = parsed.flatMap((file) => file.merchants)
  const lines = parsed.flatMap((file) => {
    const own = file.merchants.map(({ id }) => id)
    const place = (at: 'anywhere' | string[] | undefined, also: string[]) =>
      at === 'anywhere' ? null : new Set([...(at ?? own), ...also])
    return [
      ...file.items.map(
        ({ at, also, fromSen = 0, belowSen = Number.POSITIVE_INFINITY, ...rule }): LineRule => ({
          ...rule,
          at: place(at, also),
          fromSen,
          belowSen,
          isClaimable: true,
        }),
      ),
      ...file.exclusions.map(({ at, also, belowSen = Number.POSITIVE_INFINITY, ...rule }): LineRule => {
        return {
          ...rule,
          at: place(at, also),
          fromSen: 0,
          belowSen,
          outweighs: false,
          isClaimable: false,
          reliefs: [],
          parents: [],
        }
      }),
    ]
  })
  checkIds(merchants, lines)
  checkReliefs([...merchants, ...lines], law)
  return { merchants, lines }
}

function checkIds(merchants: MerchantRule[], lines: LineRule[]) {
  const merchantIds = new Set(merchants.map(({ id }) => id))
  const ids = [...merchants, ...lines].map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice) throw new Error(`suggestion rules: ${twice} is the id of two rules`)
  for (const { id, at } of lines)
    for (const merchant of at ?? [])
      if (!merchantIds.has(merchant)) throw new Error(`suggestion rule ${id}: no merchant ${merchant}`)
}

function checkReliefs(rules: { id: string; reliefs: Choice[]; parents: Choice[] }[], law: Law) {
  const codes = new Set(law.years.flatMap((year) => [...claimableCodes(year).keys()]))
  for (const { id, reliefs, parents } of rules)
    for (const { code } of [...reliefs, ...parents])
      if (!codes.has(code))
        throw new Error(`suggestion rule ${id}: no year has ${code} as a claimable relief`)
}
