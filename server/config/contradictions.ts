import type { Shape } from './deployment-mode.ts'
import { isLoopback } from './formats.ts'
import type { SettingName, Values } from './settings.ts'

/** Variables that are right each by itself, but not together. Looks only at those that are set and right. */
export function contradictions(
  values: Partial<Values>,
  shape: Shape,
): { name: SettingName; problem: string }[] {
  const { PUBLIC_URL, REDIRECT_URI } = values
  const found: { name: SettingName; problem: string }[] = []
  const add = (name: SettingName, problem: string) => found.push({ name, problem })

  if (PUBLIC_URL && REDIRECT_URI && new URL(REDIRECT_URI).origin !== PUBLIC_URL) {
    add(
      'REDIRECT_URI',
      `must be ${PUBLIC_URL}/auth/authorize, because browsers keep cookies for PUBLIC_URL's host alone`,
    )
  }
  if (values.SECRET_KEY_PREVIOUS && values.SECRET_KEY_PREVIOUS === values.SECRET_KEY) {
    add('SECRET_KEY_PREVIOUS', 'is SECRET_KEY itself: it must be the key before it')
  }
  if (shape.identity !== 'local' && !REDIRECT_URI && PUBLIC_URL?.startsWith('http:')) {
    const { hostname } = new URL(PUBLIC_URL)
    if (!isLoopback(hostname))
      add('PUBLIC_URL', 'must be https: the identity provider sends browsers back there')
  }
  if (shape.identity === 'cognito') cognito(values, add)
  return found
}

function cognito(values: Partial<Values>, add: (name: SettingName, problem: string) => void) {
  const { COGNITO_REGION: region, COGNITO_USER_POOL_ID: pool, COGNITO_HOSTED_UI_DOMAIN: domain } = values
  if (!region) return
  if (pool && !pool.startsWith(`${region}_`)) {
    add(
      'COGNITO_USER_POOL_ID',
      `is of another region than COGNITO_REGION=${region}: it must begin with ${region}_`,
    )
  }
  const domainRegion = /\.auth\.([\w-]+)\.amazoncognito\.com$/.exec(domain ?? '')?.[1]
  if (domainRegion && domainRegion !== region) {
    add('COGNITO_HOSTED_UI_DOMAIN', `is of ${domainRegion}, and COGNITO_REGION is ${region}`)
  }
}
