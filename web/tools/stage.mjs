// Makes what the rehearsals with the real server run: the page without its drawing, and the stage around it.
// Run: node tools/stage.mjs FOLDER
import { fileURLToPath } from "node:url";

import babel from "@rolldown/plugin-babel";
import { rolldown } from "rolldown";

import { sentences } from "./sentences.ts";

const [folder] = process.argv.slice(2);
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const common = {
  logLevel: "silent",
  resolve: { alias: { "@": at("../src") } },
  plugins: [babel({ presets: [sentences()] })],
};

const tab = await rolldown({
  ...common,
  input: at("../src/app/stage/tab.ts"),
  transform: { define: { "import.meta.env.PROD": "false", "process.env.NODE_ENV": '"production"' } },
});
await tab.write({ file: `${folder}/tab.js`, format: "iife", name: "tab" });

const stage = await rolldown({ ...common, input: at("../src/app/stage/main.ts"), platform: "node" });
await stage.write({ file: `${folder}/main.js`, format: "esm" });
