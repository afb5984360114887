import { groupedRinggit } from '../../ringgit.ts'

/** Whole ringgit without sen: RM 1,140 and RM 12.50. */
const rm = (sen: number) => `RM\u00a0${groupedRinggit(sen).replace(/\.00$/, '')}`

/** What a person should check before filing. `relief` is the name of a relief, gift or rebate. */
export const warnings = {
  factsDamaged: (year: number) =>
    `Part of the facts of ${year} cannot be read and does not count. Enter them again.`,
  statementDamaged: (year: number) =>
    `Part of the record of a statement of ${year} cannot be read. Its file is kept: delete the statement and add the file again.`,
  receiptDamaged:
    'Part of the record of a receipt cannot be read, so it may count for too little. Open it and read it again, or correct it.',
  duplicateSuspect: 'Another receipt looks like a copy of this one. An expense may be claimed only once.',
  /** A relief with the documents that prove it. */
  withDocuments: (relief: string, documents: string) => (documents ? `${relief} (${documents})` : relief),
  certificate: 'a certificate',
  certificatesMissing: (reliefs: string) => `Certificates that no receipt has yet: ${reliefs}.`,
  ownNameNeeded: (relief: string) => `${relief}: the receipt must be in your own name. Check that it is.`,
  companyBuyer: 'The e-invoice was issued to a company, so it does not prove your own expense.',
  personMissing: (relief: string, people: string) => `${relief}: state who the expense was for (${people}).`,
  paidInAnotherYear:
    'The receipt is dated in a different year from the payment. It counts in the year of payment.',
  onceOnly: (relief: string, claimedIn: number, year: number) =>
    `${relief}: already claimed for ${claimedIn}, so nothing is allowed for ${year}.`,
  notThisYear: (code: string, year: number) =>
    `${code}: the year of assessment ${year} has no such relief, so nothing is allowed.`,
  setAside: (relief: string, sen: number, reason: string, section: string) =>
    `${relief}: ${rm(sen)} is set aside, because ${reason} (section ${section}).`,
  factsMissing: (reliefs: string, question: string) => `${reliefs}: ${question}`,
  notResident: (rate: number) =>
    `You were not tax resident: your income is taxed at a flat rate of ${rate} %, without reliefs and rebates. A non-resident uses the flat rate and files Form M, whose items are not known here.`,
  residenceUnknown:
    'You came to or left Malaysia in the year, or lived abroad. Say whether you were tax resident (section 7): until then, the reliefs, rebates and rates of a resident are shown.',
  residenceFewDays: (days: number, year: number) =>
    `By your dates you were in Malaysia on ${days} days of ${year}, fewer than 182. You are resident all the same if section 7(1)(b), (c) or (d) holds, by the years before and after. LHDN’s Public Ruling 11/2017 has examples, and your passport the days. Say whether you were resident: until then, the tax of a resident is shown.`,
  residenceContradicted: (days: number, year: number) =>
    `By your dates you were in Malaysia on ${days} days of ${year}. With 182 days or more you are tax resident (section 7(1)(a)), but you say that you were not. Check both.`,
  rateYearMissing: (name: string, years: number) =>
    `${name}: it lasts ${years} years of assessment in a row. State the first one; TalentCorp’s letter of approval names it.`,
  rateNotInYear: (name: string, year: number, first: number, last: number) =>
    `${name}: by your answer it holds from ${first} to ${last}, so the ordinary rates are used for ${year}.`,
  rateOtherIncome: (name: string) =>
    `${name}: your other income is taxed by the bands, and the reliefs are divided in proportion to the income. This was read in a summary of the rules for returning experts only; the rules named in your letter of approval decide.`,
  countedTwice: (relief: string) =>
    `${relief}: both receipts and a statement are claimed. Check that they are for different payments.`,
  statementsMissing: (amounts: string) => `Amounts without a statement, and what to keep: ${amounts}.`,
  spouseUnknown:
    'Nothing is known about the income of the spouse, so the spouse relief is not allowed. Say so if there is none.',
  jointNotPossible:
    'Joint assessment needs total income of both spouses, so separate assessment is shown instead.',
  leftBefore: (year: number) =>
    `Your answers for ${year} left something for later years, and this year does not use it.`,
  lossesLeft: (sen: number) =>
    `Business losses of ${rm(sen)}: they come off business income (section 43(2)), unless they are of more than ten years ago.`,
  allowancesLeft: (sen: number) =>
    `Capital allowances of ${rm(sen)}: they come off the profit of the same business (Schedule 3).`,
  jointAfterEnd:
    'Joint assessment is only for a couple who did not cease to be married or to live together in the year (section 45(2)), so separate assessment is shown instead.',
  spouseUntil: (year: number) =>
    `State the day in ${year} on which you were widowed or divorced: the spouse relief is then allowed in full, if your husband or wife had no income (section 47(1)). Without a day in ${year}, nothing is allowed.`,
  /** An amount with the name of its relief. */
  named: (relief: string, sen: number) => `${relief} ${rm(sen)}`,
  spousePaymentsLost: (paid: string) =>
    `What your husband or wife paid is set aside, because the marriage did not last to the end of the year: ${paid} (section 50(1)).`,
  spousePaymentsOpen: (paid: string, savesSen: number) =>
    `Your husband or wife without income paid: ${paid}. Whether you may claim it is not settled by a text we know (section 46(3)), so it does not count. With it, your tax is ${rm(savesSen)} lower. Decide whether you claim it.`,
  unnamedChild: (number: number) => `Child ${number}`,
  childTurns18: (child: string, year: number) =>
    `${child} turns 18 in ${year} and studies: the law leaves open whether the relief for a student of 18 counts in that year already (section 48(3)(a)).`,
  childMarries: (child: string, year: number) =>
    `${child} married in ${year}: the law leaves open whether the relief counts in the year of the marriage (section 48(1)).`,
  /** What a reading of the law comes to. */
  reading: (reliefSen: number, taxSen: number) => `Relief of ${rm(reliefSen)}: tax of ${rm(taxSen)}.`,
  childrenLost: (sen: number, savesSen: number) =>
    `Children stand on the return of your husband or wife, who has no income: ${rm(sen)} of relief is lost. On your return, your tax is ${rm(savesSen)} lower.`,
  lowerCounts: 'The lower relief counts until you decide.',
  claimedByBoth: (relief: string) => `${relief}: only one of a couple may claim it.`,
}
