import { defineConfig } from "vitest/config";

/** How fast the pages are on a server with a long history; the module `server` starts both (PaceTest). */
export default defineConfig({
  test: {
    include: ["browser/*.pace.ts"],
    environment: "node",
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 120_000,
  },
});
