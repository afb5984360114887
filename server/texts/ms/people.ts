import type { Texts } from '../en/index.ts'

export const people: Texts['people'] = {
  self: 'diri sendiri',
  spouse: 'suami / isteri',
  child: 'anak',
  parent: 'ibu bapa',
  grandparent: 'datuk / nenek',
  'former-wife': 'bekas isteri',
  dependant: 'tanggungan',
}
