import { texts } from '../texts/index.ts'
import { type ProblemCode, problems } from './problem-schema.ts'

/** What somebody reads first in the API description: how to sign in, how to call, and what can be refused. Markdown. */
export const apiGuide = (publicUrl: string) => `Receipts in, tax records out.

## Sign in first

Every operation but the health checks needs a session. There are two ways:

- **By cookie, in this browser.** [Sign in](${publicUrl}/auth/login?returnTo=/docs/) and come back: from then on *Test Request*
  works here, and so does every page of this server. Nothing has to be entered under *Authentication*.
- **By bearer token**, for scripts and for apps on other origins: \`Authorization: Bearer ACCESS_TOKEN\`. An app gets the token
  from the identity provider, with a client id that the server lists in \`SPA_CLIENT_IDS\`; a script can take it from the
  cookie \`access_token\`. A token lives for about an hour.

### With curl

On a server with accounts of its own (\`IDENTITY=local\`), curl signs in like a browser and keeps the cookies in a file.
The password is read from the terminal, and appears neither in the history of the shell nor in the list of processes:

\`\`\`sh
${signInWithCurl(publicUrl)}
\`\`\`

Then call with the cookies. A change needs the server's address as \`Origin\`, so that no other web site can make it:

\`\`\`sh
${callByCookie(publicUrl)}
\`\`\`

Or with the token, also one of Cognito or another provider. The examples of the operations below take it from \`TOKEN\`, and the id of
what they are about from \`ID\`:

\`\`\`sh
${callByToken(publicUrl)}
\`\`\`

The file \`jar\` lets whoever has it act for you. Sign out at the end, which makes it worthless at once:

\`\`\`sh
${signOutWithCurl(publicUrl)}
\`\`\`

## Rules of every operation

- Amounts are integer sen, dates are calendar days, instants are UTC.
- Every change of something that exists needs \`If-Match\` with the \`ETag\` it is based on. \`Idempotency-Key\` makes repeating an
  upload safe.
- Unknown query parameters are refused.
- Texts for people come in English or Malay, as \`Content-Language\` says: the language that \`Accept-Language\` names alone
  (\`en\` or \`ms\`); else the one chosen for the account (\`/me/settings\`); else the most wanted of the list in
  \`Accept-Language\`, which browsers send unasked; else English.

## Errors

Every error is a problem document (RFC 9457, \`application/problem+json\`). \`code\` is stable; the texts are for people and may
change.

| code | status | meaning | what to do |
| --- | --- | --- | --- |
${Object.keys(problems).map(rowOf).join('\n')}
`

const signInWithCurl = (url: string) => `SIGN_IN=$(curl -sL -b jar -c jar -o page.html \\
  -w '%{url_effective}' '${url}/auth/login')
read -rsp 'Password: ' PASSWORD
printf %s "$PASSWORD" |
  curl -sL -b jar -c jar -o page.html \\
    -H 'Origin: ${url}' \\
    --data-urlencode email=you@example.org \\
    --data-urlencode password@- "$SIGN_IN"`

const callByCookie = (url: string) => `curl -b jar '${url}/auth/me'

curl -b jar -H 'Origin: ${url}' \\
  -F file=@receipt.jpg '${url}/receipts/upload'

# Once the token has expired, after about an hour
curl -b jar -c jar -H 'Origin: ${url}' \\
  -X POST '${url}/auth/refresh'`

const callByToken = (url: string) => `TOKEN=$(awk '$6 == "access_token" { print $7 }' jar)

curl -H "Authorization: Bearer $TOKEN" \\
  '${url}/receipts'`

const signOutWithCurl = (url: string) => `curl -b jar -c jar -H 'Origin: ${url}' \\
  -X POST '${url}/auth/logout'
rm jar page.html`

function rowOf(code: string) {
  const { status, remedy } = problems[code as ProblemCode]
  return `| \`${code}\` | ${status} | ${texts.en.problems[code as ProblemCode]} | ${remedy} |`
}
