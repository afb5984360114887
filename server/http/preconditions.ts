import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../errors.ts'
import { say } from '../texts/index.ts'
import type { BasedOn } from '../versions.ts'

/** For the API description; `expectedVersion` checks it. */
export const ifMatchHeader = z.object({
  'if-match': z.string().optional().meta({
    description: 'The ETag of the version the change is based on, or several; `*` for any. Required.',
    example: '"3"',
  }),
})

/**
 * The versions a change may be based on, from If-Match.
 * @throws Refusal version_required without the header
 */
export function expectedVersion(request: FastifyRequest): BasedOn {
  const header = request.headers['if-match']?.trim()
  if (!header) {
    throw new Refusal(
      'version_required',
      say(({ refusals }) => refusals.sendIfMatch),
    )
  }
  if (header === '*') return 'any'
  // A weak or foreign ETag matches no version (RFC 9110, 13.1.1: strong comparison against each of a list).
  return header.split(',').flatMap((tag) => {
    const version = /^\s*"(\d{1,15})"\s*$/.exec(tag)?.[1]
    return version === undefined ? [] : Number(version)
  })
}

/** For a resource that everybody has exactly one of: before it is first stored, it is version 0. */
export const firstVersionHeader = ifMatchHeader.extend({
  'if-none-match': z.string().optional().meta({
    description: '`*` instead of If-Match: only if nothing is stored yet',
    example: '*',
  }),
})

/** Like expectedVersion, with `If-None-Match: *` for a resource that is not stored yet. */
export function expectedVersionOrFirst(request: FastifyRequest): BasedOn {
  const isFirst = !request.headers['if-match'] && request.headers['if-none-match']?.trim() === '*'
  return isFirst ? [0] : expectedVersion(request)
}

export const setETag = (reply: FastifyReply, version: number) => reply.header('ETag', `"${version}"`)
