import { serveTasks } from '../reading/workers/child.ts'
import { documentTasks } from './document-tasks.ts'

serveTasks(documentTasks)
