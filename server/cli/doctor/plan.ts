import type { Config } from '../../config/config.ts'
import type { RepairPlan } from '../../operations/doctor/repair.ts'

/** What can be repaired in this configuration: tables and the bucket. Local storage creates itself at the first start. */
export async function planOf({ storage }: Config): Promise<RepairPlan> {
  if (storage.kind !== 'aws') return { steps: [], manual: [] }
  const { region, tables, bucket, objectLock } = storage
  const { planTables } = await import('../../adapters/dynamodb/repair.ts')
  const { planBucket } = await import('../../adapters/s3/repair.ts')
  const plans = await Promise.all([planTables(region, tables), planBucket(region, bucket, objectLock)])
  return { steps: plans.flatMap(({ steps }) => steps), manual: plans.flatMap(({ manual }) => manual) }
}
