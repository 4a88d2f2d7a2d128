/** The whole typefaces, for the server to set paper with: they lie beside the built client, and no page loads them. */
import { readFileSync } from "node:fs";

import type { Plugin } from "vite";

const BIZ = "node_modules/@expo-google-fonts/biz-udpgothic";
const FACES = {
  "paper/BIZUDPGothic-Regular.ttf": `${BIZ}/400Regular/BIZUDPGothic_400Regular.ttf`,
  "paper/BIZUDPGothic-Bold.ttf": `${BIZ}/700Bold/BIZUDPGothic_700Bold.ttf`,
  "paper/NotoSansJP-Rest.otf": "src/ui/fonts/noto-sans-jp-rest-400.otf",
  "paper/OFL.txt": "src/ui/fonts/OFL.txt",
};

/** A step of the build. */
export const paperFaces = (): Plugin => ({
  name: "paper-faces",
  apply: "build",
  generateBundle() {
    for (const [fileName, path] of Object.entries(FACES)) {
      const source = readFileSync(new URL(`../../${path}`, import.meta.url));
      this.emitFile({ type: "asset", fileName, source });
    }
  },
});
