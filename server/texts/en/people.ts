/** For whom something was bought, by the codes of the law. */
export const people = {
  self: 'self',
  spouse: 'spouse',
  child: 'child',
  parent: 'parent',
  grandparent: 'grandparent',
  'former-wife': 'former wife',
  dependant: 'dependant',
}
