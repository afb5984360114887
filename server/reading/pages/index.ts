export { createPageTools, type PageToolsOptions } from './page-tools.ts'
