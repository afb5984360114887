export interface Settings {
  /** The tracker's address, e.g. https://tax.example.org */
  api: string
  /** Of the user pool, e.g. https://cognito-idp.ap-southeast-5.amazonaws.com/ap-southeast-5_AbCdEf123 */
  issuer: string
  /** The domain of the pool's sign-in pages. */
  hostedUi: string
  /** An app client without a secret. */
  clientId: string
  /** Where this app is: the client's callback URL and sign-out URL. */
  home: string
}

/** @throws with the name of a missing variable */
export function readSettings(env: ImportMetaEnv): Settings {
  return {
    api: required('VITE_API', env.VITE_API),
    issuer: required('VITE_ISSUER', env.VITE_ISSUER),
    hostedUi: required('VITE_HOSTED_UI', env.VITE_HOSTED_UI),
    clientId: required('VITE_CLIENT_ID', env.VITE_CLIENT_ID),
    home: `${location.origin}/`,
  }
}

function required(name: string, value: string | undefined) {
  if (!value) throw new Error(`${name} is not set; see .env.development`)
  return value.replace(/\/$/, '')
}
