# The server with everything it can be: local, or on AWS. docs/aws.md says how it is pushed and run there.

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package the server needs has to run a script of its own to be installed.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/onnxruntime-node/bin/*/darwin node_modules/onnxruntime-node/bin/*/win32

# The web app. It needs development dependencies, which stay in this stage.
FROM node:24-slim AS web
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY scripts scripts
COPY server/web-build.ts server/web-build.ts
COPY web web
RUN node scripts/build-web.js

FROM node:24-slim
# `container` says that the addresses seen from within lead nowhere outside; podman sets it by itself.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8000 DATA_DIR=/data container=docker
# All of /app belongs to root: the process cannot change its own code. It writes to /data, when it stores anything
# itself, and to /tmp.
RUN install --directory --owner=node --group=node --mode=700 /data
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json LICENSE ./
COPY --from=web /app/web/dist web/dist
COPY server server
COPY samples/examples samples/examples
COPY samples/example-texts samples/example-texts
USER node
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/cli/tax-tracker.ts", "serve"]
