import type { Receipt } from '../../../server/api-types.ts'
import { refreshSession } from '../api/client.ts'
import { Problem } from '../api/problem.ts'
import { currentLanguage } from '../i18n/language.ts'

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
  if (answer.status >= 200 && answer.status < 300) return JSON.parse(answer.text)
  throw problemFrom(answer)
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
  request.open('POST', path)
  request.setRequestHeader('Accept-Language', currentLanguage())
  for (const [header, value] of Object.entries(headers)) request.setRequestHeader(header, value)
  request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total)
  request.onload = () =>
    resolve({
      status: request.status,
      type: request.getResponseHeader('Content-Type') ?? '',
      text: request.responseText,
    })
  request.onerror = () => reject(new Problem('offline', 0))
  request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'))
  signal.addEventListener('abort', () => request.abort(), { once: true })
  request.send(form)
  return promise
}

function problemFrom({ status, type, text }: Answer): Problem {
  if (!type.includes('problem+json')) return new Problem('unexpected', status)
  const body = JSON.parse(text)
  return new Problem(body.code, status, body)
}
