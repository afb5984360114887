import type { DamagedRecordError } from '../errors.ts'

/** A stored record that cannot be read in full. Names members only, never values. */
export interface DamagedRecord {
  kind: DamagedKind
  /** The id of a receipt, else the key of the item. */
  id: string
  /** Null where the record belongs to nobody. */
  userId: string | null
  /** Paths of what cannot be read. */
  members: string[]
}

interface KindOfRecord {
  /** What to do, for the person who runs the installation. */
  fix: string
  /** Whether something that a person entered or uploaded may be lost. The rest replaces itself. */
  isPersonal: boolean
}

/** Every kind of record, by the name it has in reports, and how a damaged one is fixed. */
const kinds = {
  receipt: {
    fix: 'its owner opens it in the app and reads it again, or corrects it; its files are kept',
    isPersonal: true,
  },
  'taxpayer facts': { fix: 'its owner enters the facts of that year again', isPersonal: true },
  statement: {
    fix: 'its owner downloads the file, deletes the statement and adds the file again; the file is kept',
    isPersonal: true,
  },
  'lines entered in e-Filing': {
    fix: 'none is needed: the next line of that return that is ticked replaces it',
    isPersonal: false,
  },
  'answers about recurring payments': {
    fix: 'none is needed: the next answer about a recurring payment of that year replaces them',
    isPersonal: false,
  },
  'decisions for a merchant': {
    fix: 'none is needed: the next receipt of that merchant that is allocated replaces it',
    isPersonal: false,
  },
  'erasure mark': {
    fix: 'none is needed: the erasure begins again; if it does not end, its owner repeats DELETE /me',
    isPersonal: false,
  },
  session: { fix: 'its owner ends it in the list of sessions, or it ends by itself', isPersonal: false },
  'idempotency key': {
    fix: 'none is needed: the next upload with that key replaces it, and it ends after 30 days',
    isPersonal: false,
  },
  'text for searching': {
    fix: 'its owner changes or reads the receipt again; until then its text is not found',
    isPersonal: false,
  },
  'revoked token': {
    fix: 'none is needed: it counts as revoked until it ends; delete the row if expires_at is what cannot be read',
    isPersonal: false,
  },
  account: {
    fix: 'npm run user -- reset EMAIL makes a link for a new password; npm run user -- list shows the e-mail',
    isPersonal: true,
  },
  'authenticator app': {
    fix: 'its owner signs in with a recovery code or a passkey, removes the app and sets it up again; npm run user -- reset-factors EMAIL removes it for them',
    isPersonal: true,
  },
  'recovery code': { fix: 'its owner makes new recovery codes in the app, under Account', isPersonal: true },
  passkey: { fix: 'its owner removes it in the app, under Account, and adds it again', isPersonal: true },
  'record of the sign-in service': { fix: 'none is needed: its owner signs in again', isPersonal: false },
  'format marker': { fix: 'none is needed: the next start of a server replaces it', isPersonal: false },
} as const satisfies Record<string, KindOfRecord>

export type DamagedKind = keyof typeof kinds

const isKind = (name: string): name is DamagedKind => Object.hasOwn(kinds, name)

export const fixOf = ({ kind }: Pick<DamagedRecord, 'kind'>): string => kinds[kind].fix

export const isPersonal = ({ kind }: Pick<DamagedRecord, 'kind'>): boolean => kinds[kind].isPersonal

/** A record that a store could not read. @throws when its kind has no fix yet: a defect of this program */
export function damagedRecord(
  userId: string,
  { kind, id, members }: Pick<DamagedRecordError, 'kind' | 'id' | 'members'>,
): DamagedRecord {
  if (!isKind(kind)) throw new Error(`a damaged ${kind} has no fix`)
  return { kind, id, userId, members }
}

/** As people read it: `receipt 0190…`, `taxpayer facts 2026`. Where somebody shops is nobody else's business. */
export const nameOf = ({ kind, id }: Pick<DamagedRecord, 'kind' | 'id'>) =>
  kind === 'decisions for a merchant' ? kind : `${kind} ${id.replace(/^[\w-]+#/, '')}`.trim()

export const whyOf = ({ members }: Pick<DamagedRecord, 'members'>) =>
  members.includes('all of it')
    ? 'its record cannot be read'
    : `part of its record cannot be read (${members.join(', ')})`
