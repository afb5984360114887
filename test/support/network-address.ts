import { networkInterfaces } from 'node:os'

/**
 * An address of this machine that is not its loopback, undefined without a network. A connection from there to 127.0.0.1
 * looks to the server like one of another device.
 */
export const networkAddress = Object.values(networkInterfaces())
  .flatMap((addresses = []) => addresses)
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
