import { Problem } from '../../../api/problem.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { useProblemText } from '../../../ui/problem-notice.tsx'

const CODES = [
  'file_too_large',
  'file_empty',
  'file_unsupported',
  'file_damaged',
  'too_many_pages',
  'too_many_pixels',
  'too_many_files',
  'reading_unavailable',
] as const

/** Why a file was not taken as a statement, in words. */
export function useRefusalText(): (error: unknown) => string {
  const t = useTranslations('interview.statements.refused')
  const textOf = useProblemText()
  return (error) => {
    const code = error instanceof Problem && CODES.find((one) => one === error.code)
    return code ? t(code) : textOf(error)
  }
}
