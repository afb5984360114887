/** The least that Fastify does: one route that sends the bytes it was started with. */
import Fastify from 'fastify'

const body = Buffer.from(process.env.BODY ?? '', 'base64').toString()
const app = Fastify()
app.get('/', (_request, reply) => reply.type('application/json; charset=utf-8').send(body))
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
console.log('listening')
