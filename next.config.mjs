/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  // A lock file in a folder above would otherwise be taken for the project's.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // The development server writes no files into the project.
  agentRules: false,
  // "npm run types" checks all types, also of tests, which no build is made of.
  typescript: { ignoreBuildErrors: true },
  // Where password managers look for the page that changes a password.
  redirects: async () => [
    { source: "/.well-known/change-password", destination: "/account", permanent: false },
  ],
  // Native add-ons are loaded, not bundled; pg looks for one.
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pg"],
  outputFileTracingIncludes: {
    "/*": [
      "./content/*/**",
      ...["./db/migrations/**", "./db/postgres/migrations/**"],
      "./server/account/common-passwords.txt",
    ],
  },
  // The tests bring their own data folder; nothing of it belongs to a build.
  outputFileTracingExcludes: {
    "/*": ["./data/**", "./bench/**", "./e2e/**", "./docs/**", "./test-results/**"],
  },
};

export default config;
