import { createServer, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import sharp, { type Metadata } from 'sharp'
import type { TextLine } from '../../server/reading/page-text.ts'
import { awsEnvironment, close, listen } from './aws.ts'
import { pageOf } from './page-of.ts'

/** What comes instead of an answer: an error of the service by its name, a fault of the network, or `none`. */
export type TextractTrouble =
  | 'none'
  | 'ThrottlingException'
  | 'ProvisionedThroughputExceededException'
  | 'InternalServerError'
  | 'AccessDeniedException'
  | 'UnsupportedDocumentException'
  | 'hang'
  | 'break off'
  | 'half an answer'
  | 'nonsense'

type Json = Record<string, unknown>

/**
 * AnalyzeExpense on this machine, over HTTP. It is stricter than AWS: it requires a complete JPEG below 5 MB. Each call
 * takes the first entry of `trouble`; without one it returns `answer`.
 */
export async function startTextract(answer: object = answerOf(['EMPTY'])) {
  const state = { calls: 0, answer, trouble: [] as TextractTrouble[], pictures: [] as Metadata[] }
  const server = createServer(async (request, response) => {
    // With the test's clock frozen, the SDK would correct its clock by a Date header and repeat a refused call.
    response.sendDate = false
    const body = await buffer(request)
    state.calls++
    const trouble = state.trouble.shift()
    if (trouble === 'hang') return
    if (trouble === 'break off') return void response.destroy()
    if (trouble === 'half an answer') {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', 'content-length': 10_000 })
      response.write('{"ExpenseDocuments":[')
      return void setTimeout(() => response.destroy(), 20)
    }
    if (trouble === 'nonsense') return json(response, 200, {})
    if (trouble && trouble !== 'none') return fail(response, trouble)
    if (request.headers['x-amz-target'] !== 'Textract.AnalyzeExpense')
      return fail(response, 'UnknownOperation')
    const bytes = Buffer.from(JSON.parse(String(body)).Document.Bytes, 'base64')
    const picture = await sharp(bytes).metadata()
    if (picture.format !== 'jpeg' || bytes.length >= 5_000_000)
      return fail(response, 'UnsupportedDocumentException')
    state.pictures.push(picture)
    json(response, 200, state.answer)
  })
  const endpoint = await listen(server)
  Object.assign(process.env, awsEnvironment(), { AWS_ENDPOINT_URL_TEXTRACT: endpoint })
  return Object.assign(state, { endpoint, close: () => close(server) })
}

function json(response: ServerResponse, status: number, body: Json | object) {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
  response.end(JSON.stringify(body))
}

function fail(response: ServerResponse, name: string) {
  json(response, name === 'InternalServerError' ? 500 : 400, { __type: name, message: name })
}

export interface AnswerField {
  type: string
  text: string
  label?: string
  /** ISO 4217 */
  currency?: string
  /** Whose name or address it is. */
  group?: 'VENDOR' | 'RECEIVER'
}

/** An answer in Textract's current form for a page of `lines`, with what it would recognize as fields. */
export function answerOf(lines: string[], fields: AnswerField[] = []) {
  const found = pageOf(lines).lines
  const place = (text: string) => found.find((line) => line.text.includes(text)) ?? found[0]
  return {
    DocumentMetadata: { Pages: 1 },
    ExpenseDocuments: [
      {
        ExpenseIndex: 1,
        SummaryFields: fields.map(({ type, text, label, currency, group }) => ({
          Type: { Text: type, Confidence: 99 },
          ...(label !== undefined && { LabelDetection: { Text: label, Confidence: 98 } }),
          ValueDetection: { ...detection(place(text)), Text: text },
          ...(currency !== undefined && { Currency: { Code: currency, Confidence: 97 } }),
          ...(group !== undefined && { GroupProperties: [{ Types: [group], Id: 'group' }] }),
          PageNumber: 1,
        })),
        LineItemGroups: [],
        Blocks: [
          { BlockType: 'PAGE', Id: 'page' },
          ...found.map((line, i) => ({ BlockType: 'LINE', Id: `line-${i}`, ...detection(line) })),
        ],
      },
    ],
  }
}

function detection(line: TextLine | undefined) {
  const { left = 0, top = 0, width = 1, height = 1 } = line?.box ?? {}
  return {
    Text: line?.text ?? '',
    Confidence: (line?.confidence ?? 0) * 100,
    Geometry: { BoundingBox: { Left: left, Top: top, Width: width, Height: height } },
  }
}
