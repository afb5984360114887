/**
 * The items of form TP1 by year and code of the relief; on form TP3 the same heads are D1 to D17. The form of 2026 (1/2026)
 * was read in the specification for the deduction by computerised calculation, pp. 37-41; those of other years were not.
 */
export const tp1Items: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  2026: {
    'parents-medical': 'C1',
    'disabled-equipment': 'C2',
    'education-self': 'C3',
    medical: 'C4',
    lifestyle: 'C5',
    sports: 'C6',
    'breastfeeding-equipment': 'C7',
    'childcare-fees': 'C8',
    'sspn-net-deposit': 'C9',
    'spouse-alimony': 'C10',
    'life-insurance-epf': 'C11',
    'prs-deferred-annuity': 'C12',
    'education-medical-insurance': 'C13',
    'socso-eis': 'C14',
    'ev-green-home': 'C15',
    'housing-loan-interest': 'C16',
    'domestic-tourism': 'C17',
  },
}
