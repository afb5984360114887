/** Keeps what is made of an object, by a key, for as long as the object itself is in use. */
export function keptWith<Owner extends object, Made>() {
  const byOwner = new WeakMap<Owner, Map<string, Made>>()
  return function made(owner: Owner, key: string, make: () => Made): Made {
    const ofOwner = byOwner.get(owner) ?? new Map<string, Made>()
    byOwner.set(owner, ofOwner)
    const known = ofOwner.get(key)
    if (known !== undefined) return known
    const fresh = make()
    ofOwner.set(key, fresh)
    return fresh
  }
}
