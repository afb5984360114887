import type { Receipt, ReceiptList, ReceiptSummary } from '../../server/api-types.ts'
import { type Client, signUp, type TestApp } from '../../test/support/app.ts'
import { claimed } from '../../test/support/claims.ts'
import { drawPaper, englishEa } from '../../test/support/ea-forms.ts'
import { fileForm } from '../../test/support/receipts.ts'
import { factsPut } from '../../test/support/taxpayer.ts'
import { until } from '../../test/support/until.ts'

/** Merchants of the examples that are confirmed as they were suggested; the others wait to be checked. */
const CHECKED = [/gimnasium/i, /jalur/i, /pasar/i, /stesen/i, /pergigian/i, /gedung/i, /tadika/i]
/** A couple with two children, of whom one earns half as much. */
const FACTS = {
  income: { employment: 84_000_00 },
  taxPaidSen: 3_331_80,
  maritalStatus: 'married',
  spouse: { income: { employment: 38_400_00 } },
  assessment: 'separate',
  children: [
    { label: 'Adam', bornOn: '2020-02-14' },
    { label: 'Aina', bornOn: '2022-09-03' },
  ],
  epf: { compulsorySen: 9_240_00 },
  amounts: { 'socso-eis': 350_00 },
}

export interface DemoYear {
  /** A person with the examples, some of them checked, and an income. */
  person: Client
  /** A person who pays a gym every month and has lost one of its bills, in a year that is over. */
  member: Client
  /** A person who has just signed up. */
  newcomer: Client
  year: number
  /** A receipt that waits to be checked, as a picture. */
  toCheck: string
  confirmed: string
  /** The EA form of the member, read. */
  ea: string
}

/** The year of the example receipts as a person has it after an evening, read by the reader of this machine. */
export async function demoYear(app: TestApp): Promise<DemoYear> {
  const person = await signUp(app, 'aisyah@example.org')
  const newcomer = await signUp(app, 'newcomer@example.org')
  const member = await signUp(app, 'member@example.org')
  await payMonthly(member)
  const ea = await eaForm(member)
  const { year } = await answer<{ year: number }>(person, '/me/examples', { method: 'POST' })
  await factsPut(person, year, FACTS)
  const receipts = await until(() => allRead(person), 500)
  const isChecked = ({ merchant }: ReceiptSummary) => CHECKED.some((name) => name.test(merchant ?? ''))
  const confirmed = receipts.filter(isChecked)
  for (const { id } of confirmed) await confirmAsSuggested(person, id)
  const toCheck = receipts.find((one) => !isChecked(one) && /book|buku/i.test(one.merchant ?? ''))
  const [first] = confirmed
  if (!toCheck || !first) throw new Error(`no such receipts: ${receipts.map(({ merchant }) => merchant)}`)
  return { person, member, newcomer, year, toCheck: toCheck.id, confirmed: first.id, ea }
}

/** The last year that is over, whenever the pictures are made. */
export const PAST_YEAR = 2025

async function payMonthly(member: Client) {
  await factsPut(member, PAST_YEAR, { income: FACTS.income })
  for (const month of ['01', '02', '03', '05', '06', '07', '08', '09', '10', '11', '12']) {
    const bill = { merchant: 'GIMNASIUM CERGAS RIA', date: `${PAST_YEAR}-${month}-05`, totalSen: 75_00 }
    await claimed(member, bill, 'sports-gym-training')
  }
}

async function eaForm(member: Client): Promise<string> {
  const amounts = {
    a: '80,400.00',
    b: '3,600.00',
    total: '84,000.00',
    pcb: '3,331.80',
    epf: '9,240.00',
    socso: '416.40',
  }
  const path = `/tax-years/${PAST_YEAR}/taxpayer/statements`
  const body = fileForm(await drawPaper(englishEa(amounts, PAST_YEAR)), 'ea')
  const { id } = await answer<{ id: string }>(member, `${path}?kind=ea-form`, { method: 'POST', body })
  await answer(member, `${path}/${id}/reading`, { method: 'POST' })
  return id
}

async function allRead(person: Client): Promise<ReceiptSummary[] | undefined> {
  const { receipts } = await answer<ReceiptList>(person, '/receipts?limit=50')
  return receipts.every(({ status }) => status !== 'reading') ? receipts : undefined
}

async function confirmAsSuggested(person: Client, id: string) {
  const { version, suggestion } = await answer<Receipt>(person, `/receipts/${id}`)
  const allocations = suggestion?.parts.map(({ relief, sen, person: whom }) => ({
    relief,
    sen,
    ...(whom && { person: whom }),
  }))
  await answer(person, `/receipts/${id}/confirm`, {
    method: 'POST',
    headers: { 'if-match': `"${version}"`, 'content-type': 'application/json' },
    body: JSON.stringify({ allocations: allocations ?? [] }),
  })
}

async function answer<T>(client: Client, path: string, init: RequestInit = {}): Promise<T> {
  const response = await client.fetch(path, init)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}
