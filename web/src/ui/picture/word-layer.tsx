import { useTranslations } from '../../i18n/index.ts'
import { placed } from './geometry.ts'
import type { Mark } from './marks.ts'
import styles from './picture.module.css'

export interface TextLine {
  text: string
  box: Mark['box']
}

/** Every line of text as a button over its place: a tap puts it into the field in focus. */
export function WordLayer({ lines, onText }: { lines: TextLine[]; onText: (text: string) => void }) {
  const t = useTranslations('check.picture')
  return lines.map(({ text, box }) => (
    <button
      key={`${box.left} ${box.top} ${text}`}
      type="button"
      className={styles.word}
      style={placed(box)}
      // Reached by pointer only: by keyboard the field itself is quicker than a hundred stops.
      tabIndex={-1}
      aria-label={t('use', { text })}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onText(text)}
    />
  ))
}
