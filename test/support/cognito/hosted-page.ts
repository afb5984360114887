import { type Html, html } from '../../../server/http/page.ts'

/** A page of the look-alike, which nobody should take for one of the tracker or of AWS. */
export const hostedPage = (title: string, body: Html) =>
  html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} · Look-alike of the Hosted UI</title>
  <link rel="icon" href="data:,">
  <style>
    body { max-width: 22rem; margin: 12vh auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
    label { display: block; margin: 1rem 0; font-weight: 600 }
    input, button { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit }
    input { font-weight: 400 }
    small, p { opacity: .8 }
  </style>
</head>
<body>
  <small>A look-alike of Amazon Cognito's Hosted UI, on this machine</small>
  <main><h1>${title}</h1>${body}</main>
</body>
</html>
`.html
