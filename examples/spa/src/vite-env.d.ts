interface ImportMetaEnv {
  readonly VITE_API?: string
  readonly VITE_ISSUER?: string
  readonly VITE_HOSTED_UI?: string
  readonly VITE_CLIENT_ID?: string
}
