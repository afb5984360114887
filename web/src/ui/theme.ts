import { createTheme } from '@mantine/core'

/** How Mantine behaves; how it looks is in mantine-variables.css. */
export const theme = createTheme({
  primaryColor: 'green',
  respectReducedMotion: true,
  components: {
    // What opens belongs to the content, not beside every landmark of the page.
    // The placeholder that Mantine would focus first is no entry of a menu.
    Menu: { defaultProps: { portalProps: { target: '#content' }, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { portalProps: { target: '#content' } } },
  },
})
