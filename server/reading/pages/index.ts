export { createPagePool, createPageTools, type PageToolsOptions } from './page-tools.ts'
