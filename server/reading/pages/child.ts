import { serveTasks } from '../workers/child.ts'
import { tasks } from './tasks.ts'

// The child process of createPageTools: it parses everything a stranger sent, except for text recognition.
// Everything it needs is loaded with its modules.
serveTasks({ ...tasks, warm: async () => {} })
