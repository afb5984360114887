import { type ExampleReceipt, totalSen } from './receipts.ts'

const ringgit = (sen: number) => (sen / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const row = (left: string, right: string, bold = false) =>
  `<p class="row${bold ? ' bold' : ''}"><span>${escaped(left)}</span><span>${escaped(right)}</span></p>`
const middle = (text: string, size = '') => `<p class="middle ${size}">${escaped(text)}</p>`

/** A receipt as a page of HTML: as a printer at a till would set it, or a bill on A4. */
export function pageOf(receipt: ExampleReceipt): string {
  const { shop, registration, address, heading, facts, items, extras, totalLabel, footer } = receipt
  const isBill = receipt.kind === 'pdf'
  const body = [
    middle(shop, 'shop'),
    middle(registration),
    ...address.map((line) => middle(line)),
    '<hr>',
    ...heading.map((line) => middle(line, 'heading')),
    ...facts.map(([label, value]) => row(label, value)),
    '<hr>',
    ...items.map(({ text, sen, detail }) => row(detail ? `${text}  ${detail}` : text, ringgit(sen))),
    ...(extras.length > 0 ? ['<hr>'] : []),
    ...extras.map(([label, sen]) => row(label, ringgit(sen))),
    '<hr>',
    row(totalLabel, ringgit(totalSen(receipt)), true),
    ...footer.map((line) => {
      const match = /^(.*\S)\s{2,}(\S+)$/.exec(line)
      return match ? row(match[1] ?? '', match[2] ?? '') : middle(line)
    }),
  ].join('\n')
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; color: #1c1c1c; }
    .paper { width: ${isBill ? '640px' : '400px'}; padding: ${isBill ? '60px' : '34px 30px 46px'}; background: ${receipt.look.paper === 'thermal' ? '#f4f3ef' : '#fbfaf7'};
      font: ${isBill ? '16px/26px' : '17px/25px'} "DejaVu Sans Mono", "Liberation Mono", monospace; }
    p { margin: 0; white-space: pre-wrap; } .middle { text-align: center; } .shop { font-size: 21px; font-weight: 700; line-height: 32px; }
    .heading { margin: 4px 0; font-weight: 700; } .row { display: flex; justify-content: space-between; gap: 14px; } .bold { font-size: 20px; font-weight: 700; line-height: 34px; }
    hr { border: 0; border-top: 1.5px dashed #444; margin: 7px 0; }
  </style><div class="paper">${body}</div>`
}
