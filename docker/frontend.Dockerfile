# syntax=docker/dockerfile:1

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps apps
COPY packages packages
RUN npm ci
RUN npm run build && rm -rf apps/frontend/.next/cache
# As JavaScript it needs no compiler where the page is served, which is half of the image.
RUN node -e "const fs = require('node:fs'); const { stripTypeScriptTypes } = require('node:module'); fs.writeFileSync('apps/frontend/next.config.mjs', stripTypeScriptTypes(fs.readFileSync('apps/frontend/next.config.ts', 'utf8')))"

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps apps
COPY packages packages
RUN npm ci --omit=dev --omit=optional --ignore-scripts --workspace @reviewguide/frontend \
 && rm -rf apps/backend apps/cli apps/frontend/next.config.ts \
 && find apps packages -name '*.test.ts*' -delete

FROM node:24-slim
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOSTNAME=0.0.0.0 \
    PORT=3000
# The number is the one that the task definition names.
RUN groupadd --gid 10001 reviewguide \
 && useradd --uid 10001 --gid reviewguide --no-create-home --shell /usr/sbin/nologin reviewguide
WORKDIR /app
COPY --from=packages /app ./
COPY --from=build /app/apps/frontend/.next apps/frontend/.next
COPY --from=build /app/apps/frontend/next.config.mjs apps/frontend/next.config.mjs
# A mounted folder takes its owner and rights from here.
VOLUME /tmp
USER 10001:10001
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/frontend/server.ts"]
