/** The reasons and questions of suggestions. What a single rule says stands with the rule. */
export const suggestions = {
  quoted: (name: string) => (name === '' ? 'without a name' : `'${name}'`),

  // Lines. `says` completes the sentence: "reads as a book".
  line: (name: string, says: string) => `line ${name} ${says}`,
  likewise: (lines: number) => `and likewise for ${lines} more`,
  followsShop: 'follows the shop',
  namesNothing: 'names nothing that a relief covers',
  linesFollowShop: (lines: number) => `${lines} lines follow the shop`,
  linesNameNothing: (lines: number) => `${lines} lines name nothing that a relief covers`,
  receiptNamesNothing: 'it names nothing that a relief covers',
  tooCheap: 'the price is too low for anything claimable at this shop',

  // The shop and the page.
  byHeadOfPage: 'By the head of the page',
  noRelief: (reads: string, year: number) => `${reads}, but ${year} has no relief for it`,
  noApproval: (reads: string) => `${reads}, but the page shows no approval by LHDN (section 44)`,
  noEvidence: (className: string) => `An e-invoice '${className}' is no evidence of a personal claim`,
  notReceipt: (kind: string) => `It reads as ${kind}, not as a receipt`,
  yearUnknown: (reason: string, year: number) =>
    `${reason}; its year is not known yet, so the rules of ${year} were used`,

  // The whole receipt.
  noneClaimable: (line: string) => `none of the lines that could be read is claimable, for example ${line}`,
  amountUnknown: 'its amount in ringgit is not known yet',
  linesUnread: 'its lines could not be read, so this is the whole amount',
  howMuchWasForIt: (line: string, says: string) =>
    `The page names ${line}, which ${says}. How much of the amount was for it?`,
  howMuchRemains: (line: string, says: string) => `Line ${line} ${says}. How much of the amount remains?`,

  // The classification of an e-invoice.
  classed: (code: string, className: string) => `is classified ${code} ${className} by the supplier`,
  classedOtherYear: (classed: string, year: number) => `${classed}, and ${year} has no relief for it`,
  classedNoRelief: (classed: string) => `${classed}, which no relief covers`,
  classedBut: (classed: string, says: string) => `${classed}, but ${says}`,
  classedAnd: (classed: string, says: string) => `${classed} and ${says}`,
  doesClassApply: (className: string, note: string) =>
    `The supplier classified it as ${className}. ${note}. Does that apply?`,
  whichRelief: (className: string) => `The supplier classified it as ${className}. Which relief is it for?`,

  // Earlier decisions.
  decidedBefore: (day: string, more: number) =>
    `You decided the same for this merchant on ${day}${more > 0 ? `, and ${more} more times before` : ''}`,
  answeredBefore: (day: string) => `is of a kind that you decided in the same way on ${day}`,
  sameAmount: (day: string) => `You decided the same for this merchant on ${day}, for the same amount`,
  sameProportion: (day: string) =>
    `You decided the same for this merchant on ${day}, and this is the same proportion`,
  isSplitAlike: (day: string) => `Is this receipt split like that of ${day}?`,
  claimedNothing: (day: string, line: string, says: string) =>
    `You claimed nothing at this merchant on ${day}, but line ${line} ${says}. Is it claimable?`,

  // Credit and refund notes.
  invoice: (number: string) => `invoice '${number}'`,
  earlierInvoice: 'an earlier invoice',
  ofYear: (invoice: string, year: number) => `${invoice} of ${year}`,
  creditNote: (invoice: string, isAll: boolean) =>
    `Credit note to ${invoice}: takes ${isAll ? 'all' : 'a part'} of its claim back`,
  refundNote: (invoice: string, isAll: boolean) =>
    `Refund note to ${invoice}: takes ${isAll ? 'all' : 'a part'} of its claim back`,
  refund: (invoice: string, isAll: boolean) =>
    `Refund of ${invoice}: takes ${isAll ? 'all' : 'a part'} of its claim back`,
  moreThanPaid: 'More than was paid for the invoice it refers to',
  moreThanPaidLessEarlier:
    'More than was paid for the invoice it refers to, less what earlier notes reversed',
  whichPartRefunded: 'Which part of the invoice was refunded? The amounts are proportional shares.',
  invoiceNotHere: 'The invoice is not among your receipts. Was it claimed, and in which year?',
}
