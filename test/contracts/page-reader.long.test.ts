import { createPpocrReader } from '../../server/adapters/ppocr/index.ts'
import { openTextract } from '../../server/adapters/textract/index.ts'
import { createPageTools } from '../../server/reading/pages/index.ts'
import { REGION } from '../support/aws.ts'
import { LINES } from '../support/receipts.ts'
import { answerOf, startTextract } from '../support/textract.ts'
import { pageReaderContract } from './page-reader.ts'

pageReaderContract('PP-OCR', async (use) => {
  const reader = createPpocrReader({ workers: 1 })
  await use(reader).finally(() => reader.close())
})

pageReaderContract('Textract', async (use) => {
  const textract = await startTextract(answerOf(LINES))
  const tools = createPageTools({ workers: 1 })
  const reader = openTextract({ region: REGION, tools, workers: 1, callsPerSecond: 100 })
  try {
    await use(reader)
  } finally {
    await Promise.all([reader.close(), tools.close(), textract.close()])
  }
})
