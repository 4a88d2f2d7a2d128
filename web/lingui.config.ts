/** Japanese stands in the source; the catalogue holds its English. */
import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "ja",
  locales: ["en"],
  catalogs: [{ path: "<rootDir>/src/locales/{locale}", include: ["src"] }],
  // Without line numbers the catalogue changes only when the words do.
  format: formatter({ lineNumbers: false }),
});
