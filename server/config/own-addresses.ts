import { networkInterfaces, release } from 'node:os'

/** Interfaces that lead to containers, virtual machines and VPNs of this machine, and to no phone. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel|podman|lxc|lxd|utun|tun|tap|wg|zt|tailscale|vethernet)|virtualbox|vmware|hyper-v/i

/**
 * The IPv4 addresses under which other devices may reach this machine, those of home networks first. Empty where the
 * machine's own addresses lead nowhere outside: in a container, and in the Linux of Windows (WSL).
 * @param env of the process: podman names its kind of container there, and so does our Dockerfile
 */
export function ownAddresses(env: Record<string, string | undefined> = process.env): string[] {
  if (/^(docker|podman|oci)$/.test(env.container ?? '') || /microsoft/i.test(release())) return []
  const found = Object.entries(networkInterfaces())
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, addresses = []]) => addresses)
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)
  return [...new Set(found)].sort((a, b) => Number(isOfHome(b)) - Number(isOfHome(a)))
}

/** RFC 1918. */
const isOfHome = (address: string) => /^(10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(address)
