/**
 * The passwords of PDFs that are being read, by receipt: only in the memory of the process that reads them, and only until
 * that reading has ended. They are never stored, logged or sent anywhere but to the child process that opens the file.
 */
export function createPasswords() {
  const held = new Map<string, string>()
  return {
    of: (receiptId: string) => held.get(receiptId),

    /** Holds a password while `work` runs. */
    async during<T>(receiptId: string, password: string, work: () => Promise<T>): Promise<T> {
      held.set(receiptId, password)
      try {
        return await work()
      } finally {
        held.delete(receiptId)
      }
    },
  }
}

export type Passwords = ReturnType<typeof createPasswords>
