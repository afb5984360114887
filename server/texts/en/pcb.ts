/** The monthly tax deduction (PCB), and what LHDN's text leaves open about it. */
export const pcb = {
  deduct: (month: string, amount: string) => `To deduct in ${month}: ${amount}`,
  or: 'or',
  undecided:
    'LHDN’s specification does not decide this deduction. Compare with your payslip, or ask your employer or LHDN.',
  steps: {
    K2: 'EPF expected in each remaining month',
    K2b: 'EPF expected once the EPF on the bonus is paid',
    P: 'Chargeable income of the year without the bonus',
    P2: 'Chargeable income of the year',
    A: 'Deduction on the month’s pay',
    B: 'Deductions of the year without the bonus',
    CS: 'Tax of the year',
    C: 'Deduction on the bonus',
    gross: 'Together, rounded up to 5 sen, before zakat',
  },
  points: {
    'band-of-sen': 'Whether the sen count when the row of the tax table is chosen. Sources disagree.',
    'minimum-of-rounded':
      'Whether a deduction that reaches RM10 only by rounding is below RM10, which is not deducted.',
    'yearly-below-minimum':
      'Whether a monthly deduction below RM10, which is not made, counts when the tax on a bonus is computed.',
    'flat-additional':
      'How a bonus of somebody taxed at 15 % is deducted: the specification has no steps for it.',
    'c-suite-below-table': 'What is deducted in this post up to RM35,000: LHDN’s table begins above it.',
    'non-resident-zakat':
      'Whether zakat comes off the deduction of a non-resident: the rebate is for residents, and the specification says nothing of it.',
  },
  readings: {
    'whole-ringgit': 'by whole ringgit',
    'to-the-sen': 'to the sen',
    'before-rounding': 'before rounding it is below RM10',
    'after-rounding': 'after rounding it is RM10',
    counted: 'it counts',
    'not-counted': 'it does not count',
    'in-chargeable-income': 'spread over the months that remain, as pay is',
    'as-a-bonus': 'at once, as of other residents',
    'flat-rate': '15 %',
    nothing: 'nothing',
    'not-set-off': 'it does not come off',
    'set-off': 'it comes off',
  },
}
