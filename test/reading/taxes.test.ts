import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readText } from '../support/read-text.ts'

const HEAD = 'KEDAI CONTOH SDN BHD\nTARIKH: 14/03/2026\n'

describe('the tax of a receipt', () => {
  const RECEIPTS: [what: string, text: string, sen: number | null][] = [
    ['one rate', 'SUBTOTAL   100.00\nSST 6%   6.00\nTOTAL   106.00', 600],
    [
      'two rates are summed',
      'NASI   20.00\nBIR   30.00\nSUBTOTAL   50.00\nSST 6%   1.20\nSST 8%   2.40\nTOTAL   53.60',
      360,
    ],
    [
      'sales tax and service tax are summed',
      'SUBTOTAL   100.00\nSALES TAX 10%   5.00\nSERVICE TAX 8%   4.00\nTOTAL   109.00',
      900,
    ],
    [
      'Malay',
      'JUMLAH KECIL   100.00\nCUKAI JUALAN 5%   2.50\nCUKAI PERKHIDMATAN 8%   4.00\nJUMLAH   106.50',
      650,
    ],
    ['Chinese', '小计   100.00\n服务税 8%   8.00\n总计   108.00', 800],
    ['a service charge is none', 'SUBTOTAL   100.00\nSERVICE CHARGE 10%   10.00\nTOTAL   110.00', null],
    [
      'beside a service charge',
      'SUBTOTAL   29.30\nSERVICE CHARGE 10%   2.93\nSERVICE TAX 8%   2.58\nTOTAL   34.80',
      258,
    ],
    [
      'their sum is printed too',
      'SUBTOTAL   50.00\nSST 6%   1.20\nSST 8%   2.40\nTOTAL TAX   3.60\nTOTAL   53.60',
      360,
    ],
    ['the same tax twice is one', 'SUBTOTAL   100.00\nSST 6%   6.00\nTOTAL   106.00\nSST 6%   6.00', 600],
    ['in brackets behind the total', 'TOTAL   106.00\nINCL. SST 6%   (6.00)', 600],
  ]
  for (const [what, text, sen] of RECEIPTS)
    test(what, () => assert.equal(readText(HEAD + text).taxSen?.value ?? null, sen))
})
