import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Proof, removeApp, removePasskey, renewRecoveryCodes } from '../../../api/factors.ts'
import { keys } from '../../../api/keys.ts'
import { Problem } from '../../../api/problem.ts'
import type { Profile } from '../../../api/session.ts'
import { useTranslations } from '../../../i18n/index.ts'
import { AddApp } from './add-app.tsx'
import { AddPasskey } from './add-passkey.tsx'
import type { Change } from './change.ts'
import { Confirm } from './confirm.tsx'
import { Prove } from './prove.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

interface Props {
  change: Change
  profile: Profile
  /** Whether the person can prove who they are with a passkey too. */
  hasPasskey: boolean
  onClose(): void
}

/** The proof of this page, so that a second change within ten minutes does not ask for it again. */
let latest: Proof | null = null
const stillGood = () => (latest && Date.parse(latest.expiresAt) > Date.now() ? latest : null)

/** First the password or a passkey, then the change, then the recovery codes where it makes some. */
export function LockDialog({ change, profile, hasPasskey, onClose }: Props) {
  const t = useTranslations('account.lock.titles')
  const common = useTranslations('common')
  const client = useQueryClient()
  const [proof, setProof] = useState<Proof | null>(stillGood)
  const [codes, setCodes] = useState<string[] | null>(null)

  const prove = (next: Proof) => {
    latest = next
    setProof(next)
  }
  const changed = () => void client.invalidateQueries({ queryKey: keys.factors })
  /** Asks for the proof again where it has run out meanwhile. */
  async function withProof<T>(work: (proof: Proof) => Promise<T>): Promise<T> {
    try {
      if (!proof) throw new Problem('proof_needed', 403)
      return await work(proof)
    } catch (error) {
      if (error instanceof Problem && error.code === 'proof_needed') {
        latest = null
        setProof(null)
      }
      throw error
    }
  }

  function step() {
    if (codes) return <RecoveryCodes codes={codes} profile={profile} onClose={onClose} />
    if (!proof) return <Prove hasPasskey={hasPasskey} onProven={prove} />
    const show = (made: string[]) => {
      setCodes(made)
      changed()
    }
    const done = () => {
      changed()
      onClose()
    }
    switch (change.kind) {
      case 'add-app':
        return <AddApp withProof={withProof} onAdded={show} />
      case 'add-passkey':
        return <AddPasskey withProof={withProof} onAdded={done} />
      case 'renew-codes':
        return (
          <Confirm
            what="renew-codes"
            act={async () => show(await withProof(renewRecoveryCodes))}
            onClose={onClose}
          />
        )
      case 'remove-app':
        return (
          <Confirm
            what="remove-app"
            act={async () => {
              await withProof(removeApp)
              done()
            }}
            onClose={onClose}
          />
        )
      case 'remove-passkey':
        return (
          <Confirm
            what="remove-passkey"
            name={change.passkey.name}
            act={async () => {
              await withProof((good) => removePasskey(good, change.passkey))
              done()
            }}
            onClose={onClose}
          />
        )
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      // Closing by a tap beside it would lose codes that are shown once.
      closeOnClickOutside={!codes}
      title={t(codes ? 'codes' : change.kind)}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {step()}
    </Modal>
  )
}
