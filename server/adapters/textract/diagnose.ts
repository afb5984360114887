import { AnalyzeExpenseCommand, TextractClient } from '@aws-sdk/client-textract'
import { CHECK_OPTIONS, couldNotAsk, isRefused } from '../../aws/diagnosis.ts'
import { isThrottled } from '../../aws/failures.ts'
import { textractRegion } from '../../config/textract-region.ts'
import { type Finding, failure, fine, warning } from '../../finding.ts'

/** How Textract rejects bytes that are not a picture: it is available and this role may use it, at no charge. */
const NOT_A_PICTURE = new Set([
  'InvalidParameterException',
  'UnsupportedDocumentException',
  'BadDocumentException',
  'ValidationException',
])

/** Checks that Textract exists in the region and that this role may use it. */
export async function diagnoseTextract(region: string): Promise<Finding[]> {
  const nearest = textractRegion(region)
  const elsewhere = `set TEXTRACT_REGION=${nearest === region ? 'ap-southeast-1' : nearest}`
  const client = new TextractClient({ region, ...CHECK_OPTIONS })
  try {
    await client.send(new AnalyzeExpenseCommand({ Document: { Bytes: new Uint8Array([0]) } }))
    return [fine(`Textract answers in ${region}`)]
  } catch (error) {
    const { name, code } = error as NodeJS.ErrnoException
    if (NOT_A_PICTURE.has(name)) return [fine(`Textract answers in ${region}, and this role may use it`)]
    if (isThrottled(error)) {
      return [
        warning(
          `Textract in ${region} throttles requests (${name})`,
          'Service Quotas console: Amazon Textract',
        ),
      ]
    }
    if (isRefused(error)) {
      return [failure(`this role may not use Textract in ${region}`, 'allow textract:AnalyzeExpense')]
    }
    if (code === 'ENOTFOUND' || nearest !== region) {
      return [failure(`there is no Textract in ${region}`, elsewhere)]
    }
    return [couldNotAsk(error, `Textract in ${region}`, 'textract:AnalyzeExpense')]
  } finally {
    client.destroy()
  }
}
