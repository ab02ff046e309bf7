# The Node that the app is built with and runs on. Of a newer 24 the headers break better-sqlite3.
ARG NODE=24.18.0

FROM node:${NODE}-bookworm AS build
WORKDIR /app
# Compiled with the headers that are here: nothing but packages is downloaded.
ENV npm_config_build_from_source=true npm_config_nodedir=/usr/local
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build

FROM node:${NODE}-bookworm-slim
RUN install --directory --owner=node --group=node --mode=0700 /data
WORKDIR /app
COPY --from=build /app/.next/standalone ./
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# By number, so that a host that wants to know that it is not root can tell.
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30m --retries=3 CMD ["node", "scripts/healthy.mjs"]
CMD ["node", "scripts/start.mjs"]
