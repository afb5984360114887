import type { RuledFiles, RuleOptions } from './field-rules.ts'
import { isConsolidated, isUnreadable, withReceiptsApart } from './fields/index.ts'
import type { PageText } from './page-text.ts'
import { readPages } from './read-pages.ts'

/** @throws UnusableFileError `consolidated`: all files together are that */
export function applyRules(files: PageText[][], options: RuleOptions): RuledFiles {
  const ruled = files.map((given) => {
    const pages = withReceiptsApart(given, options)
    return { pages, isEvidence: !isConsolidated(pages) }
  })
  const pages = ruled
    .flatMap((file) => (file.isEvidence ? file.pages : []))
    .map((page, index) => ({ ...page, page: index + 1 }))
  const reading = pages.length > 0 ? readPages(pages, options) : null
  return {
    files: ruled.map((file) => ({
      isEvidence: file.isEvidence,
      receipts: file.pages.map(({ receipts }) => receipts),
    })),
    reading,
    isUnreadable: reading === null || isUnreadable(reading),
  }
}
