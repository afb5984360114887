import { AnalyzeExpenseCommand, TextractClient } from '@aws-sdk/client-textract'
import { couldNotAsk, IMPATIENT, isRefused } from '../../aws/diagnosis.ts'
import { isThrottled } from '../../aws/failures.ts'
import { textractRegion } from '../../config/textract-region.ts'
import { broken, type Finding, fine, warning } from '../../operations/doctor/finding.ts'

/** How Textract refuses what is no picture: it is there, and this role may use it. Nothing is charged for that. */
const NO_PICTURE = new Set([
  'InvalidParameterException',
  'UnsupportedDocumentException',
  'BadDocumentException',
  'ValidationException',
])

/** Whether Textract is in its region and may be used. */
export async function diagnoseTextract(region: string): Promise<Finding[]> {
  const nearest = textractRegion(region)
  const elsewhere = `set TEXTRACT_REGION=${nearest === region ? 'ap-southeast-1' : nearest}`
  const client = new TextractClient({ region, ...IMPATIENT })
  try {
    await client.send(new AnalyzeExpenseCommand({ Document: { Bytes: new Uint8Array([0]) } }))
    return [fine(`Textract answers in ${region}`)]
  } catch (error) {
    const { name, code } = error as NodeJS.ErrnoException
    if (NO_PICTURE.has(name)) return [fine(`Textract answers in ${region}, and this role may use it`)]
    if (isThrottled(error)) {
      return [
        warning(
          `Textract in ${region} is asked too often (${name})`,
          'Service Quotas console: Amazon Textract',
        ),
      ]
    }
    if (isRefused(error)) {
      return [broken(`this role may not use Textract in ${region}`, 'allow textract:AnalyzeExpense to it')]
    }
    if (code === 'ENOTFOUND' || nearest !== region) {
      return [broken(`there is no Textract in ${region}`, elsewhere)]
    }
    return [couldNotAsk(error, `Textract in ${region}`, 'textract:AnalyzeExpense')]
  } finally {
    client.destroy()
  }
}
