import { serveTasks } from '../workers/child.ts'
import { tasks } from './tasks.ts'

// A child process of createPagePool: it parses everything a stranger sent, except for text recognition.
// What it needs for files is loaded with its modules.
serveTasks({ ...tasks, warm: async () => {} })
