import type { Receipt } from '../../../server/api-types.ts'
import { refreshSession } from '../api/client.ts'
import { doubted, reached } from '../api/connection.ts'
import { Problem } from '../api/problem.ts'
import { currentLanguage } from '../i18n/language.ts'

/** An upload of which nothing has been heard for so long has failed, in ms. */
const SILENCE_MS = 90_000

interface Sending {
  path: string
  file: Blob
  name: string
  headers: Record<string, string>
  /** Called with the part that is sent, 0 to 1. */
  onProgress(share: number): void
  signal: AbortSignal
}

/**
 * Uploads a file with progress, which fetch cannot report.
 * @throws Problem
 */
export async function sendFile(sending: Sending): Promise<Receipt> {
  let answer = await post(sending)
  if (answer.status === 401 && (await refreshSession())) answer = await post(sending)
  if (answer.status < 200 || answer.status >= 300 || !isJson(answer)) throw problemFrom(answer)
  return JSON.parse(answer.text)
}

interface Answer {
  status: number
  type: string
  text: string
}

function post({ path, file, name, headers, onProgress, signal }: Sending): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const form = new FormData()
  form.set('file', file, name)
  const request = new XMLHttpRequest()
  const fail = () => {
    void doubted()
    reject(new Problem('offline', 0))
  }
  let timer: ReturnType<typeof setTimeout>
  const heard = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      fail()
      request.abort()
    }, SILENCE_MS)
  }
  request.open('POST', path)
  request.setRequestHeader('Accept-Language', currentLanguage())
  for (const [header, value] of Object.entries(headers)) request.setRequestHeader(header, value)
  request.upload.onprogress = ({ loaded, total }) => {
    heard()
    onProgress(total === 0 ? 1 : loaded / total)
  }
  request.onload = () => {
    reached()
    resolve({
      status: request.status,
      type: request.getResponseHeader('Content-Type') ?? '',
      text: request.responseText,
    })
  }
  request.onerror = fail
  request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'))
  request.onloadend = () => clearTimeout(timer)
  signal.addEventListener('abort', () => request.abort(), { once: true })
  heard()
  request.send(form)
  return promise
}

const isJson = ({ type }: Answer) => type.includes('json')

/** An answer that is not of the API comes from something on the way: a proxy, or the sign-in page of a network. */
function problemFrom(answer: Answer): Problem {
  const { status, text } = answer
  if (status === 413 && !isJson(answer)) return new Problem('file_too_large', status)
  if (!answer.type.includes('problem+json')) return new Problem('unexpected', status)
  const body = JSON.parse(text)
  return new Problem(body.code, status, body)
}
