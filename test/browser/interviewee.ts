import type { Page } from 'playwright-core'

/** How a person answers the interview in Malay. */
export const interviewee = (page: Page) => ({
  question: (title: string | RegExp) => page.getByRole('heading', { level: 1, name: title }).waitFor(),
  /** Chooses the first answer that begins so. */
  answer: (text: string) =>
    page
      .getByRole('radio', { name: new RegExp(`^${text}`) })
      .first()
      .check(),
  type: (label: string | RegExp, text: string) => page.getByLabel(label).fill(text),
  next: () => page.getByRole('button', { name: 'Simpan, seterusnya' }).click(),
})
