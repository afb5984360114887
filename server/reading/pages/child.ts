import { serveTasks } from '../workers/child.ts'
import { tasks } from './tasks.ts'

// The child process of createPageTools: it parses everything a stranger sent, except for text recognition.
serveTasks(tasks)
