/** The configuration that is compared with the user pool. */
export interface Configured {
  region: string
  userPoolId: string
  hostedUi: string
  endpoint: string | undefined
  clientId: string
  clientSecret: string | undefined
  scopes: readonly string[]
  redirectUri: string
  logoutUri: string
  refreshTokenDays: number
}

/** Where to find a pool's settings in the AWS console. */
export const places = {
  domain: 'console: Cognito, the user pool, Branding, Domain',
  client: 'console: Cognito, the user pool, Applications, App clients',
  pages: 'console: Cognito, the user pool, Applications, App clients, Login pages',
}
