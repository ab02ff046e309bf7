/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // Native add-ons are loaded, not bundled.
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2"],
  outputFileTracingIncludes: {
    "/*": ["./content/topics/**", "./db/migrations/**"],
  },
  // The tests bring their own data folder; nothing of it belongs to a build.
  outputFileTracingExcludes: {
    "/*": ["./data/**", "./bench/**", "./e2e/**", "./docs/**", "./test-results/**"],
  },
};

export default config;
