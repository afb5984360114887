import { useMediaQuery } from '@mantine/hooks'

/** Whether there is room for the table. */
export const useIsDesk = () => useMediaQuery('(min-width: 1024px)', false, { getInitialValueInEffect: false })
