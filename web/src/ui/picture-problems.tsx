import type { Receipt } from '../../../server/api-types.ts'
import { useTranslations } from '../i18n/index.ts'
import { SplitPicture } from './split-picture.tsx'

/** What makes the pictures of a receipt hard to read, and what to do about it. */
export function PictureProblems({ receipt, className }: { receipt: Receipt; className?: string }) {
  const t = useTranslations('common.pictureProblems')
  const problems = [...new Set(receipt.files.flatMap((file) => file.problems ?? []))]
  const several = receipt.files.find(({ receipts = [] }) => receipts.length > 1)
  const unread = receipt.files.flatMap(({ unreadPages = [] }) => unreadPages)
  return problems.map((problem) => (
    <div key={problem} className={className} data-problem={problem}>
      <p>
        {t(problem, {
          count: several?.receipts?.length ?? 2,
          pages: unread.join(', '),
          unread: unread.length,
        })}
      </p>
      {problem === 'several_receipts' && several && !receipt.reading && (
        <SplitPicture receipt={receipt} file={several} />
      )}
    </div>
  ))
}
