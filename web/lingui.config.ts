/** Japanese stands in the source; English is the translation. */
import { defineConfig } from "@lingui/cli";

export default defineConfig({
  sourceLocale: "ja",
  locales: ["ja", "en"],
  catalogs: [{ path: "<rootDir>/src/locales/{locale}", include: ["src"] }],
});
