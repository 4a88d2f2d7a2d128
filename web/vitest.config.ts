/** How the client's tests run: in Node, with the storage of a browser imitated where a test asks for it. */
import { fileURLToPath } from "node:url";

import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

import { sentences } from "./tools/sentences";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  plugins: [react(), babel({ presets: [sentences()] })],
  test: { include: ["src/**/*.test.{ts,tsx}"], environment: "node" },
});
