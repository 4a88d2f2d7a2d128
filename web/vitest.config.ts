/** How the client's tests run: in Node, with the storage of a browser imitated where a test asks for it. */
import { fileURLToPath } from "node:url";

import { linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  plugins: [react(), babel({ presets: [linguiTransformerBabelPreset()] })],
  test: { include: ["src/**/*.test.{ts,tsx}"], environment: "node" },
});
