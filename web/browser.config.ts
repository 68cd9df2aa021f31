import { defineConfig } from "vitest/config";

/** Journeys in a real browser against a real server; the module `server` starts both (JourneysTest). */
export default defineConfig({
  test: {
    include: ["browser/*.journey.ts"],
    environment: "node",
    fileParallelism: false,
    // A machine may be busy: each wait of a page has a limit of its own.
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
