/** Block Public Access, all of it. */
export const BLOCKS = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const

export const blockPublicAccess = Object.fromEntries(BLOCKS.map((block) => [block, true]))

export const encryptByDefault = {
  Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const } }],
}

export const encryptionCommand = (bucket: string) =>
  `aws s3api put-bucket-encryption --bucket ${bucket} --server-side-encryption-configuration '${JSON.stringify(encryptByDefault)}'`

export const publicAccessCommand = (bucket: string) =>
  `aws s3api put-public-access-block --bucket ${bucket} --public-access-block-configuration ${BLOCKS.map((block) => `${block}=true`).join(',')}`

export const versioningCommand = (bucket: string) =>
  `aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled`

export const objectLockCommand = (bucket: string) =>
  `aws s3api put-object-lock-configuration --bucket ${bucket} --object-lock-configuration ObjectLockEnabled=Enabled`
