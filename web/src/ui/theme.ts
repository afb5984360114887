import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** Mantine asks for ten shades; the design has two, so the tokens are mapped below and these only fill the tuple. */
const green: MantineColorsTuple = [
  '#e0ece4',
  '#c6dcd1',
  '#9cc3b2',
  '#6fa893',
  '#468d78',
  '#26745f',
  '#0f5c4d',
  '#0d5145',
  '#0a4439',
  '#07362d',
]

export const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'ui-monospace, monospace',
  headings: { fontFamily: 'var(--serif)' },
  primaryColor: 'green',
  primaryShade: 6,
  colors: { green },
  defaultRadius: 'var(--radius-control)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // What opens belongs to the content, not beside every landmark of the page.
    // The placeholder that Mantine would focus first is no entry of a menu.
    Menu: { defaultProps: { portalProps: { target: '#content' }, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { portalProps: { target: '#content' } } },
  },
})

/** Makes Mantine's own variables follow `tokens.css`, the one place where colours are defined. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const variables = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunk)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--field-line)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-anchor': 'var(--brand)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-primary-color-filled': 'var(--brand)',
    '--mantine-primary-color-filled-hover': 'var(--brand)',
    '--mantine-primary-color-light': 'var(--brand-tint)',
    '--mantine-primary-color-light-color': 'var(--brand)',
    '--mantine-primary-color-contrast': 'var(--on-brand)',
  }
  return { variables, light: variables, dark: variables }
}
