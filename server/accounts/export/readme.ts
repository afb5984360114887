/** README.txt of a person's export. */
export const README = `This archive has everything the tax tracker stores about you.

account.json, sessions.json     your account, and where you are signed in
receipts/<id>/receipt.json      a receipt with its corrections, suggestion and allocations; the trash is included
receipts/<id>/<file>            its files, as you uploaded them
receipts/<id>/<file>.text.json  the text that was read from a file, with confidence and position
tax-years/<year>/               what you entered for a year of assessment, and the statements you added
merchants.json                  how you allocated earlier receipts, by merchant
manifest.json                   every file with its size and SHA-256, and any that were missing or damaged

Amounts are in sen (RM12.50 is 1250), days are YYYY-MM-DD, times are UTC.
`
