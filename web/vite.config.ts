import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** The server that `npm run dev` asks: OUTTURN_URL, with the token in OUTTURN_TOKEN. */
const server = process.env["OUTTURN_URL"] ?? "http://127.0.0.1:8080";
const token = process.env["OUTTURN_TOKEN"];
const asked = {
  target: server,
  headers: token ? { Authorization: `Bearer ${token}` } : {},
};

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: process.env["OUTTURN_WEB_OUT"] ?? "target/classes/outturn/web",
    emptyOutDir: true,
    // Under a strict content security policy nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: "127.0.0.1",
    proxy: {
      "/api": asked,
      "/login": asked,
      "/logout": asked,
      "/charts.css": asked,
      "^/outcomes/[^/]+/statement.*": asked,
    },
  },
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"] },
});
