# The server with everything it can be: local, or on AWS. docs/aws.md says how it is pushed and run there.

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package the server needs has to run a script of its own to be installed.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY scripts/prune-packages.js scripts/prune-packages.js
RUN node scripts/prune-packages.js

# The server as JavaScript and the web app. What builds them stays in this stage.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.package.json ./
COPY scripts scripts
COPY samples/examples samples/examples
COPY samples/example-texts samples/example-texts
COPY web web
COPY server server
RUN node scripts/build-package.ts

FROM node:24-slim
# `container` says that the addresses seen from within lead nowhere outside; podman sets it by itself. With two arenas and a
# trim threshold that does not grow, the C library gives memory back sooner, about 25 MB of it.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8000 DATA_DIR=/data NODE_COMPILE_CACHE=/tmp/compiled container=docker \
    MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072
# All of /app belongs to root: the process cannot change its own code. It writes to /data, when it stores anything
# itself, and to /tmp.
RUN install --directory --owner=node --group=node --mode=700 /data
WORKDIR /app
COPY package.json LICENSE CHANGELOG.md ./
COPY bin bin
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/tax-tracker.js", "serve"]
