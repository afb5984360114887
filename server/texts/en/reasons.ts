/** Why facts exclude a claim, and what they leave open. Reasons follow "set aside, because"; questions are imperatives. */
export const reasons = {
  exclusions: {
    'no-child': (year: number) => `you had no child in ${year}`,
    'no-spouse': (year: number) => `you had no husband or wife in ${year}`,
    'not-mother': (_year: number) => 'only a mother may claim it',
    'no-former-wife': (_year: number) => 'it is only for payments to a former wife',
    'nobody-disabled': (year: number) =>
      `nobody it may be for was registered as disabled with JKM in ${year}`,
    'no-parents': (year: number) => `your parents were not alive in ${year}`,
    'parents-abroad': (_year: number) => 'it is only for parents who live in Malaysia',
    'not-resident': (year: number) => `you were not tax resident in ${year}`,
  },
  childTooOld: (age: number, year: number) => `no child of yours was ${age} or younger on any day of ${year}`,
  questions: {
    children: (_year: number) =>
      'it depends on your children. Say whether you have any, and when they were born.',
    sex: (_year: number) => 'only a mother may claim it. Say whether you are the mother.',
    'marital-status': (year: number) => `it depends on a marriage. Say whether you were married in ${year}.`,
    disabled: (_year: number) =>
      'only for somebody who is registered as disabled with JKM. Say who of you is, and who it was for.',
    parents: (_year: number) => 'only for parents who live in Malaysia. Say whether yours do.',
    'parents-part': (_year: number) =>
      'only what was paid while your parents were alive and lived in Malaysia counts. Check the days.',
    rent: (_year: number) =>
      'only for a home that earns nothing, and you have rent. Check that it comes from another property.',
  },
  /** @param day YYYY-MM-DD */
  birthday: (age: number, day: string) =>
    `your youngest child turned ${age} on ${day}. Only what was paid before counts: check it.`,
}
