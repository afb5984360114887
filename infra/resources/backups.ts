import { CfnCondition, CfnParameter, Fn, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { CfnBackupPlan, CfnBackupSelection, CfnBackupVault } from 'aws-cdk-lib/aws-backup'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Tables } from './tables.ts'

const DAYS = 35
const MONTHS_AS_DAYS = 400

/**
 * Copies of the tables that a deleted table does not take with it, as its point-in-time recovery is taken: one a day for
 * five weeks, one a month for thirteen months. Files need none: the bucket keeps their versions.
 */
export function backups(stack: Stack, tables: Tables) {
  const wanted = new CfnParameter(stack, 'Backups', {
    type: 'String',
    description: 'Whether AWS Backup copies the tables every day',
    default: 'true',
    allowedValues: ['true', 'false'],
  })
  const condition = new CfnCondition(stack, 'HasBackups', {
    expression: Fn.conditionEquals(wanted.valueAsString, 'true'),
  })
  const vault = new CfnBackupVault(stack, 'BackupVault', {
    // Names of vaults are shared by a region of an account.
    backupVaultName: Fn.join('-', [stack.stackName, 'tables']),
  })
  vault.applyRemovalPolicy(RemovalPolicy.RETAIN)
  const rule = (ruleName: string, scheduleExpression: string, deleteAfterDays: number) => ({
    ruleName,
    targetBackupVault: vault.ref,
    scheduleExpression,
    lifecycle: { deleteAfterDays },
  })
  const plan = new CfnBackupPlan(stack, 'BackupPlan', {
    backupPlan: {
      backupPlanName: Fn.join('-', [stack.stackName, 'tables']),
      // 02:00 and 03:00 in Malaysia.
      backupPlanRule: [
        rule('daily', 'cron(0 18 * * ? *)', DAYS),
        rule('monthly', 'cron(0 19 1 * ? *)', MONTHS_AS_DAYS),
      ],
    },
  })
  const role = new Role(stack, 'BackupRole', {
    assumedBy: new ServicePrincipal('backup.amazonaws.com'),
    managedPolicies: ['ForBackup', 'ForRestores'].map((what) =>
      ManagedPolicy.fromAwsManagedPolicyName(`service-role/AWSBackupServiceRolePolicy${what}`),
    ),
  })
  const selection = new CfnBackupSelection(stack, 'BackupSelection', {
    backupPlanId: plan.ref,
    backupSelection: {
      selectionName: 'tables',
      iamRoleArn: role.roleArn,
      resources: Object.values(tables).map((table) => table.tableArn),
    },
  })
  for (const resource of [vault, plan, selection]) resource.cfnOptions.condition = condition
}
