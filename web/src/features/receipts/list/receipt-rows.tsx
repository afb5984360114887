import { useRouter } from '@tanstack/react-router'
import { type MouseEvent, memo, useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslations } from '../../../i18n/index.ts'
import { useIsDesk } from '../../../ui/use-is-desk.ts'
import {
  HEAD,
  headOf,
  indexesIn,
  type Layout,
  overlaps,
  placedSections,
  placeOf,
  ROW,
  TILE,
} from './layout.ts'
import { MonthHead } from './month-head.tsx'
import { ReceiptCard, ReceiptRow } from './receipt-row.tsx'
import styles from './receipt-rows.module.css'
import { ReceiptTile } from './receipt-tile.tsx'
import type { Listed } from './sections.ts'
import { SumsRow } from './sums-row.tsx'
import { useBand } from './use-band.ts'
import { useRowWords } from './use-row-words.ts'
import type { Selection } from './use-selection.ts'
import { useWidth } from './use-width.ts'

interface Props {
  listed: Listed
  year: number
  view: 'rows' | 'tiles'
  /** What is searched for: a receipt's page shows where it stands. */
  text: string | undefined
  isChoosing: boolean
  selection: Selection
  hasMore: boolean
  onMore(): void
}

/** How many pixels before the end of what has arrived the next page is fetched. */
const AHEAD = 3_000

/** Only the rows near the window exist: 10,000 receipts scroll like ten. */
export const ReceiptRows = memo(function ReceiptRows(props: Props) {
  const { listed, year, view, text, isChoosing, selection, hasMore, onMore } = props
  const t = useTranslations('receipts')
  const isDesk = useIsDesk()
  const words = useRowWords(year)
  const list = useRef<HTMLDivElement>(null)
  const band = useBand(list)
  const width = useWidth(list)
  const layout = useMemo(() => layoutOf(view, isDesk, width), [view, isDesk, width])
  const placed = useMemo(() => placedSections(listed.sections, layout), [listed.sections, layout])
  const last = placed.at(-1)
  const height = last ? last.top + last.height : 0
  const { hrefOf, onClick, onPointerOver } = useOpening(year, text)

  useEffect(() => {
    if (hasMore && band.to + AHEAD > height) onMore()
  }, [hasMore, band.to, height, onMore])

  const Item = view === 'tiles' ? ReceiptTile : isDesk ? ReceiptRow : ReceiptCard
  return (
    <>
      {view === 'rows' && (
        <div className={styles.columns} aria-hidden="true">
          <span />
          <span />
          <span>{t('columns.shop')}</span>
          <span>{t('columns.day')}</span>
          <span>{t('columns.for')}</span>
          <span>{t('columns.state')}</span>
          <span className={styles.right}>{t('columns.total')}</span>
          <span className={styles.right}>{t('columns.counts')}</span>
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is operated; one listener serves all */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
      <div
        ref={list}
        className={styles.list}
        style={{ height }}
        onClick={onClick}
        onPointerOver={onPointerOver}
      >
        {placed.map((one) => {
          if (!overlaps(one, band)) return null
          const { section, top } = one
          const { first, end } = indexesIn(one, band, layout)
          const headId = `month-${section.month}`
          return (
            <section
              key={section.month ?? 'all'}
              className={styles.section}
              style={{ top, height: one.height }}
              {...(section.month !== null && { 'aria-labelledby': headId })}
            >
              {section.month !== null && <MonthHead id={headId} section={section} />}
              <ul>
                {section.receipts.slice(first, end).map((receipt, index) => (
                  <Item
                    key={receipt.id}
                    receipt={receipt}
                    isChosen={selection.ids.has(receipt.id)}
                    isChoosing={isChoosing}
                    href={hrefOf(receipt.id)}
                    {...placeOf(first + index, headOf(section, layout), layout)}
                    words={words}
                    onToggle={selection.toggle}
                  />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      {isDesk && !hasMore && view === 'rows' && <SumsRow listed={listed} />}
    </>
  )
})

function layoutOf(view: Props['view'], isDesk: boolean, width: number): Layout {
  if (view === 'tiles') {
    const columns = Math.max(2, Math.floor(width / TILE.minWidth))
    return { columns, rowHeight: TILE.height, headHeight: HEAD }
  }
  return { columns: 1, rowHeight: isDesk ? ROW.desk : ROW.phone, headHeight: HEAD }
}

/** Opens a receipt through the router by one listener for all links: a router's link each would cost more than its row. */
function useOpening(year: number, text: string | undefined) {
  const router = useRouter()
  const isLoaded = useRef(false)
  const search = useMemo(() => ({ year, ...(text && { text }) }), [year, text])
  const pattern = useMemo(
    () => router.buildLocation({ to: '/app/receipts/$id', params: { id: ID }, search }).href,
    [router, search],
  )
  const hrefOf = useCallback((id: string) => pattern.replace(ID, id), [pattern])
  const linkOf = ({ target }: { target: EventTarget }) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-receipt]')?.dataset.receipt : undefined
  return {
    hrefOf,
    onClick(event: MouseEvent) {
      const id = linkOf(event)
      const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (id === undefined || !isPlain || event.button !== 0) return
      event.preventDefault()
      void router.navigate({ to: '/app/receipts/$id', params: { id }, search })
    },
    /** Fetches the code of a receipt's page before it is wanted. */
    onPointerOver(event: { target: EventTarget }) {
      const id = linkOf(event)
      if (id === undefined || isLoaded.current) return
      isLoaded.current = true
      void router.preloadRoute({ to: '/app/receipts/$id', params: { id }, search })
    },
  }
}

/** Stands for the id in the address of a receipt. */
const ID = '00000000-0000-0000-0000-000000000000'
