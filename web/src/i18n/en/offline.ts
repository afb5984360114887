export const offline = {
  since: 'Offline since {at}',
  needsNetwork: {
    title: 'This needs the network',
    text: 'It opens by itself as soon as the server can be reached. You can take pictures meanwhile.',
    snap: 'Take a picture',
  },
  list: {
    asOf: 'Receipts of {year} as of {at}. What has changed since comes back with the network.',
    part: 'The newest {kept} of {total} are kept on this device.',
    otherYear: 'On this device are the receipts of {year}.',
    open: 'Show {year}',
    empty: 'There were no receipts in {year}.',
  },
  signOut: {
    title: '{count, plural, one {One receipt has} other {# receipts have}} not been sent',
    text: '{count, plural, one {It is} other {They are}} on this device only. What happens to {count, plural, one {it} other {them}}?',
    send: 'Send first, then sign out',
    sending: 'Sending. You are signed out afterwards.',
    remove: '{count, plural, one {Remove it and sign out} other {Remove them and sign out}}',
    stay: 'Stay signed in',
    offlineTitle: 'Signing out needs the network',
    offlineText: 'The server cannot be reached, so it would not know. Try again when you are online.',
  },
} as const
