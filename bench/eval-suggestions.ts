// How well lines of receipts are suggested: npm run eval:suggestions -- FILE; docs/suggestions.md
import { parseArgs } from 'node:util'
import { ignoreClosedPipes } from '../server/cli/closed-pipes.ts'
import { loadLaw } from '../server/services/law.ts'
import { loadRules, type Rulebook } from '../server/suggestions/rulebook.ts'
import { createSuggester } from '../server/suggestions/suggester.ts'
import { receipts as table } from '../test/suggestions/suggestion-receipts.ts'
import { withoutMemorised } from './eval/memorised.ts'
import {
  type Answer,
  answersOf,
  type Figures,
  figuresOf,
  inputOf,
  isOpen,
  isRight,
} from './eval/suggestion-score.ts'
import { type AnsweredReceipt, loadAnswered, loadOwn } from './eval/suggestion-set.ts'

ignoreClosedPipes()

const USAGE = `usage: npm run eval:suggestions -- FILE [--without-shared]

FILE is { "receipts": [{ "id", "year", "merchant", "page", "lines": [{ "description", "rm", "expected" }] }] }, as
test/cases/suggestions.json is. What is suggested wrongly is listed; the last line is JSON.

  --without-shared   leave out the phrases of the rules that match only the receipts of test/cases/suggestions.json
                     and none of test/suggestions, and show the difference`

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { 'without-shared': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`)
    process.exit(2)
  }
}

/** The receipts of the table of the tests: year | merchant | line; line | answers. */
const ofTable = (rows: string) =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [, merchant = '', lines = ''] = row.split('|')
      return { merchant, page: [], lines: lines.split(';').map((description) => ({ description })) }
    })

const ofLine = ({ line, relief, isAsked, confidence, reason }: Answer) =>
  [
    `  ${line.description}  RM${line.rm.toFixed(2)}`,
    `    suggested ${relief ?? 'none'}${isAsked ? '?' : ''} (${confidence}), expected ${line.expected.join(' or ')}`,
    `    because: ${reason}`,
  ].join('\n')

/** The lines that are wrong, and those that should have been asked, receipt by receipt. */
function printWrong(answers: Answer[]) {
  const wrong = answers.filter((answer) => !isRight(answer) || (isOpen(answer) && !answer.isAsked))
  for (const [receipt, lines] of Map.groupBy(wrong, ({ receipt }) => receipt))
    console.log([`${receipt.id}  ${receipt.merchant}, ${receipt.year}`, ...lines.map(ofLine), ''].join('\n'))
}

const measures = ['precision', 'recall', 'rightLines', 'wrongAbove80', 'openAsked'] as const

function printDrop(before: Figures, after: Figures, left: string[]) {
  console.log(`${left.length} phrases left out: ${left.join(', ')}\n`)
  for (const measure of measures)
    console.log(`${measure.padEnd(13)} ${before[measure] ?? '-'} -> ${after[measure] ?? '-'}`)
  console.log()
}

async function main(): Promise<number> {
  const { values, positionals } = given()
  const [file] = positionals
  if (values.help || file === undefined) {
    console.error(USAGE)
    return values.help ? 0 : 2
  }
  const receipts = await loadAnswered(file)
  const law = await loadLaw()
  const answersBy = (rules: Rulebook) => {
    const suggest = createSuggester(law, rules)
    return receipts.flatMap((receipt: AnsweredReceipt) => answersOf(receipt, suggest(inputOf(receipt))))
  }
  const rules = loadRules(law)
  const all = answersBy(rules)
  let answers = all
  let left: string[] = []
  if (values['without-shared']) {
    const own = await Promise.all([loadOwn('first'), loadOwn('second'), loadOwn('third'), loadOwn('fourth')])
    const others = [...own.flat(), ...ofTable(table)]
    const kept = withoutMemorised(rules, await loadOwn('reported'), others)
    answers = answersBy(kept.rules)
    left = kept.left
  }
  printWrong(answers)
  const figures = figuresOf(receipts.length, answers)
  if (values['without-shared']) printDrop(figuresOf(receipts.length, all), figures, left)
  console.log(JSON.stringify(figures))
  return 0
}

process.exitCode = await main()
