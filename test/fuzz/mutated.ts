import type { Random } from '../../bench/random.ts'

const NUMBERS = [0, 1, 0x7f, 0x80, 0xff]

/** A file with a few small damages, as fuzzers make them. */
export function mutated(sample: Buffer, random: Random): Buffer {
  let bytes = Buffer.from(sample)
  for (let left = random.int(1, 6); left > 0; left--) bytes = Buffer.from(random.pick(damages)(bytes, random))
  return bytes
}

type Damage = (bytes: Buffer, random: Random) => Buffer

const placeIn = (bytes: Buffer, random: Random) => random.int(0, Math.max(0, bytes.length - 1))
const partOf = (bytes: Buffer, random: Random) => {
  const from = placeIn(bytes, random)
  return { from, to: Math.min(bytes.length, from + random.int(1, 64)) }
}

const damages: readonly Damage[] = [
  function flipBit(bytes, random) {
    if (bytes.length === 0) return bytes
    const at = placeIn(bytes, random)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7))
    return bytes
  },
  function putNumber(bytes, random) {
    if (bytes.length > 0) bytes[placeIn(bytes, random)] = random.pick(NUMBERS)
    return bytes
  },
  function putLength(bytes, random) {
    if (bytes.length >= 4)
      bytes.writeUInt32BE(random.pick([0, 0xffffffff, 0x7fffffff, 65_536]), random.int(0, bytes.length - 4))
    return bytes
  },
  function cut(bytes, random) {
    return bytes.subarray(0, placeIn(bytes, random))
  },
  function remove(bytes, random) {
    const { from, to } = partOf(bytes, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  function repeat(bytes, random) {
    const { from, to } = partOf(bytes, random)
    const part = bytes.subarray(from, to)
    const copies = Array.from({ length: random.pick([1, 2, 300]) }, () => part)
    return Buffer.concat([bytes.subarray(0, to), ...copies, bytes.subarray(to)])
  },
  function fill(bytes, random) {
    const { from, to } = partOf(bytes, random)
    return bytes.fill(random.int(0, 255), from, to)
  },
]
