# syntax=docker/dockerfile:1

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps apps
COPY packages packages
# Optional packages are Node for machines that have an old one, and a PostgreSQL for those that have none.
RUN npm ci --omit=dev --omit=optional --ignore-scripts \
      --workspace @reviewguide/backend --workspace @reviewguide/cli \
 && rm -rf apps/frontend \
 && find apps packages -name '*.test.ts' -delete

FROM node:24-slim
ENV NODE_ENV=production \
    NODE_EXTRA_CA_CERTS=/etc/ssl/rds-roots.pem
# What RDS's certificates are signed by; Node does not bring it. It is renewed by Amazon, so it has no checksum here.
ADD --chmod=444 https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem /etc/ssl/rds-roots.pem
# The number is the one that the task definition names.
RUN groupadd --gid 10001 reviewguide \
 && useradd --uid 10001 --gid reviewguide --no-create-home --shell /usr/sbin/nologin reviewguide
WORKDIR /app
COPY --from=packages /app ./
# A mounted folder takes its owner and rights from here.
VOLUME /tmp
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:8000/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/backend/src/main.ts"]
