import { serveTasks } from '../workers/child.ts'
import { tasks } from './tasks.ts'

serveTasks(tasks)
