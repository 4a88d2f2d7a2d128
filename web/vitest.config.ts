/** How the client's tests run: in Node, with the storage of a browser imitated where a test asks for it. */
import { linguiTransformerBabelPreset } from "@lingui/vite-plugin";
import babel from "@rolldown/plugin-babel";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  plugins: [react(), babel({ presets: [linguiTransformerBabelPreset()] })],
  test: { include: ["src/**/*.test.{ts,tsx}"], environment: "node" },
});
