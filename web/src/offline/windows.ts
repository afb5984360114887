/** What windows of this browser tell each other about the uploads. */
export type Message = { kind: 'changed' } | { kind: 'progress'; id: string; share: number }

export function createUploadChannel(onMessage: (message: Message) => void) {
  const channel = new BroadcastChannel('uploads')
  channel.onmessage = ({ data }: MessageEvent<Message>) => onMessage(data)
  return {
    tell: (message: Message) => channel.postMessage(message),
    close: () => channel.close(),
  }
}
