/** Why a request is refused: the details of problems. */
export const refusals = {
  // Any request.
  signInFirst: 'Sign in first.',
  sendToken: 'Send an access token, or sign in at /auth/login.',
  metricsToken: 'Send METRICS_TOKEN as a bearer token.',
  nothingHere: 'There is nothing at this address.',
  otherMethod: (methods: string) => `This address takes ${methods}.`,
  noSuchRange: 'The file has fewer bytes than that.',
  noPcbRules: (year: number) => `The rules of the monthly tax deduction of ${year} were not read.`,
  seeErrors: 'See errors for each value.',
  notWellFormed: 'The request is not well-formed.',
  tooManyRequests: 'Too many requests. Try again later.',
  tooManyWithoutToken: 'Too many requests from this address had no valid token.',
  notUnicode: 'The text of the request is not valid Unicode (UTF-8).',
  bodyTooLarge: 'The request body is too large.',
  otherContentType: 'Send another Content-Type to this address.',
  unknownHost:
    'The server does not answer under this name. Open the address that it printed when it was started. If the name is ' +
    'its own, set PUBLIC_URL to it where the server runs.',
  publicUrlElsewhere: (publicUrl: string, used: string) =>
    `Signing in would lead to ${publicUrl}, which only the machine of the server can open. On that machine, set ` +
    `PUBLIC_URL=${used} and start the server again.`,
  fromThisSite: 'Send it from a page of this site, or with a bearer token.',
  otherPerson: 'The person this request was meant for is not signed in.',
  sendIfMatch: 'Send If-Match with the ETag of the version the change is based on.',
  idempotencyKeyForm: 'An Idempotency-Key has 1 to 200 printable ASCII characters.',
  idempotencyKeyReused: 'This Idempotency-Key was used for another file.',
  tryAgainSoon: 'Try again in a moment.',
  foreignCursor: 'The cursor is not one that this list returned.',
  tooManyWindows: 'Too many windows follow your changes. Ask from time to time instead.',

  // The storage.
  storageFull: 'Nothing was stored. Free some space, then try again.',
  recordInvalid: 'Nothing was stored: the record would not be readable.',
  recordDamaged: 'Part of this record cannot be read. Its files are kept.',
  storageUnavailable: 'Nothing was changed. Try again in a moment.',
  storageIncomplete:
    'Something that the storage needs is missing. `npm run doctor` lists it; `npm run doctor -- --repair` creates it.',
  storageNewer: 'Nothing was changed. This server must be replaced by the newer release.',

  // Files.
  sendMultipart: 'Send multipart/form-data with the picture in a part named "file".',
  sendPartNamedFile: (found: string | null) =>
    `Send the picture in a multipart part named "file".${found === null ? '' : ` The part sent is named "${found}".`}`,
  multipartNotWellFormed: 'The multipart body is not well-formed.',
  oneFile: 'Send one file a request. Nothing was stored.',
  uploadBrokeOff: 'The upload broke off before it was stored.',
  uploadTooSlow: 'The upload took too long. Send the file again.',
  notInspected: 'The file could not be inspected. Nothing was stored; try again.',
  fileTooLarge: (megabytes: number) => `A file may have at most ${megabytes} MB.`,
  tooManyFiles: (most: number) => `A receipt may have at most ${most} files.`,
  noPictureOfInvoice: 'There is no picture of an e-invoice.',
  noSuchFile: 'The receipt has no such file.',
  noLockedFile: 'No file of this receipt waits for a password.',
  fileLocked: 'This file needs its password before it can be shown. Download it, or give the password again.',
  tooManyPasswords: 'Too many wrong passwords. Try again later.',
  noSuchPage: 'The file has no such page.',
  notAPicture: 'This file cannot be shown as a picture.',

  // Receipts.
  noSuchReceipt: 'There is no such receipt.',
  receiptGone: 'The receipt is gone.',
  notAllReceipts: 'Not all of these receipts exist.',
  inTrash: 'The receipt is in the trash. Restore it first.',
  notInTrash: 'The receipt is not in the trash.',
  stillBeingRead: 'The receipt is still being read.',
  onlyConsolidated:
    'This is a consolidated e-invoice: it does not show what you bought. Add the receipt of the shop, or an e-invoice in your name.',
  paperNeeded: 'This was entered without its paper. Attach a picture or PDF of it, then confirm.',
  noSuchSeries: 'There is no such recurring payment in this year.',
  notConfirmed: 'The receipt is not confirmed.',
  oneReceipt: 'No picture of this receipt shows several receipts.',
  notSplit: 'All of its picture is this receipt.',
  nothingToRead: 'The receipt has no page to read.',
  trashedOrTooSlow: 'The receipt was moved to the trash, or the file took too long to arrive.',
  hasInvoice: 'The receipt already has an e-invoice. Upload this one as a new receipt.',
  noRefund: 'This receipt gives no money back.',
  notAPurchase: 'Money can only be given back for a purchase.',
  duplicateOfItself: 'A receipt cannot be a duplicate of itself.',
  amountUnknown: 'The amount in ringgit must be known before the receipt can count for anything.',
  allocationsBeyond: (allocated: number, paid: number) =>
    `The allocations are ${allocated} of ${paid} sen paid. Change the allocations, or the amount.`,
  confirmedNeeds: (fields: string) => `A confirmed receipt needs ${fields}.`,
  currencyUnconfirmed:
    'Nothing on the receipt says for sure that it is in ringgit. Say which currency it is.',
  needsDate: 'The receipt needs a date, which decides the year of assessment.',
  notClaimable: 'The receipt cannot be claimed for this.',
  receiptMustBeKept: (until: string) =>
    `By law this receipt must be kept until ${until}. The trash keeps it until then, and it can be restored. ` +
    `To move it to the trash, repeat the request with acknowledgedUntil=${until}.`,
  hasExamples: 'You have the example receipts already.',
  examplesBeingAdded: 'The example receipts are being added. Try again in a moment.',

  // The year.
  yearUnknown: (year: number) => `The year of assessment ${year} has no law data.`,
  noSuchRelief: (year: number, code: string) =>
    `${year} has no relief, gift or rebate with the code ${code}.`,
  noSuchStatement: 'There is no such statement.',
  statementNotRead: 'The statement cannot be read right now. Try again in a minute, or type its figures.',
  tooManyStatements: (most: number) => `A year may have at most ${most} statements.`,
  statementMustBeKept: (until: string) =>
    `By law this statement must be kept until ${until}, and it cannot be restored. ` +
    `To delete it anyway, repeat the request with acknowledgedUntil=${until}.`,

  // The account.
  exportRunning: 'Your last export is still being sent. Wait until it ends, or cancel it.',
  tooManyExports: 'Too many exports are being sent at the moment.',
  beingErased: 'Your data is being erased. You can start again in a few minutes.',
  erasesEverything: (retainUntil: string | null) =>
    'This permanently erases all your data. Export it first from /me/export. ' +
    (retainUntil === null
      ? ''
      : `By law some of these receipts must be kept until ${retainUntil}; that is then up to you. `) +
    'To erase it, repeat the request within ten minutes with the header Confirmation.',
  linkUsed: 'This link was already used or has expired.',
  tooManySigningIn: 'Too many people are signing in right now. Try again in a moment.',
  tooManyAttempts: (minutes: number) =>
    `Too many attempts. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
  signOutAddress: 'logout_uri is not registered.',
}
