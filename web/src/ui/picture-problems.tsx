import type { Receipt } from '../../../server/api-types.ts'
import { useTranslations } from '../i18n/index.ts'

/** What makes the pictures of a receipt hard to read, and what to do about it. */
export function PictureProblems({ receipt, className }: { receipt: Receipt; className?: string }) {
  const t = useTranslations('common.pictureProblems')
  const problems = [...new Set(receipt.files.flatMap((file) => file.problems ?? []))]
  return problems.map((problem) => (
    <p key={problem} className={className} data-problem={problem}>
      {t(problem)}
    </p>
  ))
}
