/** What a person signs in with and can change. */
export type Credential = 'email' | 'password'
