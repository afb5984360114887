import { useMediaQuery } from '@mantine/hooks'

/** Whether there is room for a rail and two columns. */
export const useIsDesk = () => useMediaQuery('(min-width: 1024px)', false, { getInitialValueInEffect: false })
