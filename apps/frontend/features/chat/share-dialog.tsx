'use client'

import type { Share } from '@reviewguide/contracts'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { asFailure, type Failure } from '../../lib/failure.ts'
import { clockTime, day } from '../../lib/words.ts'

interface ShareDialogProps {
  open: boolean
  onClose(): void
  share: Share | null
  onShare(on: boolean): Promise<void>
}

/** The public page of a chat: made, brought up to date and ended here. Nothing is public before it is asked for. */
export function ShareDialog({ open, onClose, share, onShare }: ShareDialogProps) {
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  async function change(on: boolean): Promise<void> {
    setWorking(true)
    setFailure(null)
    await onShare(on)
      .catch((error: unknown) => setFailure(asFailure(error)))
      .finally(() => setWorking(false))
  }

  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim motion-safe:animate-fade" />
        <Dialog.Content className="fixed top-1/2 left-1/2 z-50 w-[min(32rem,calc(100vw-2rem))] -translate-1/2 border border-rule-firm bg-paper p-6 shadow-lift">
          <Dialog.Title className="font-serif text-title">Share these answers</Dialog.Title>
          <Dialog.Description className="mt-1 text-base text-soft">
            {share
              ? `Anybody with this address reads your questions and the answers as they were on ${day(share.sharedAt)} at ${clockTime(new Date(share.sharedAt))}. Nothing there tells who asked.`
              : 'A page is made of your questions and their answers as they stand now, to be read by anybody who has its address. Nothing there tells who asked, and search engines are told to leave it out.'}
          </Dialog.Description>
          {share && <Address token={share.token} />}
          {failure && (
            <p role="alert" className="mt-3 text-small text-against">
              {failure.text}
            </p>
          )}
          <div className="mt-5 flex flex-wrap gap-2">
            {share ? (
              <>
                <button type="button" className="button-plain" disabled={working} onClick={() => void change(true)}>
                  Bring it up to date
                </button>
                <button
                  type="button"
                  className="button-plain text-against"
                  disabled={working}
                  onClick={() => void change(false)}
                >
                  Stop sharing
                </button>
              </>
            ) : (
              <button type="button" className="button-plain" disabled={working} onClick={() => void change(true)}>
                {working ? 'Making the page' : 'Make the page'}
              </button>
            )}
            <Dialog.Close className="ml-auto min-h-9 px-2 text-small text-soft hover:text-accent">Close</Dialog.Close>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Address({ token }: { token: string }) {
  const [copied, setCopied] = useState(false)
  const address = `${window.location.origin}/shared/${token}`
  return (
    <div className="mt-4 flex gap-2">
      <input
        readOnly
        aria-label="Address of the shared page"
        value={address}
        onFocus={(event) => event.currentTarget.select()}
        className="min-h-9 min-w-0 flex-1 border border-rule-firm bg-sheet px-2 text-small"
      />
      <button
        type="button"
        className="button-plain shrink-0"
        onClick={() => void navigator.clipboard.writeText(address).then(() => setCopied(true))}
      >
        {copied ? 'Copied' : 'Copy'}
      </button>
    </div>
  )
}
