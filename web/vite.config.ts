/** How the client is built: one bundle of our own files, nothing fetched from elsewhere. */
import { fileURLToPath } from "node:url";

import babel from "@rolldown/plugin-babel";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

import { drawnAllDay } from "./tools/drawnAllDay";
import { paperFaces } from "./tools/fonts/paper";
import { inOrder } from "./tools/inOrder";
import { onlyOurLanguages } from "./tools/languages";
import { packed } from "./tools/packed";
import { sentences } from "./tools/sentences";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  plugins: [
    react(),
    babel({ presets: [sentences()] }),
    // After the sentences, whose own names for what a hook gives it would not understand.
    babel({ presets: [drawnAllDay()] }),
    onlyOurLanguages(),
    tailwind(),
    paperFaces(),
    inOrder(),
    packed(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/app",
      filename: "sw.ts",
      injectRegister: false,
      // Fonts stay out: each page of letters is fetched when a text first needs it.
      injectManifest: {
        globPatterns: ["**/*.{js,css,html,svg}"],
        globIgnores: ["**/fonts-*", "**/sw.js"],
      },
      manifest: {
        id: "/",
        name: "寄合",
        short_name: "寄合",
        description: "自治体の業務チャット",
        lang: "ja",
        dir: "ltr",
        display: "standalone",
        start_url: "/",
        scope: "/",
        theme_color: "#0017c1",
        background_color: "#ffffff",
        icons: [
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        ],
      },
    }),
  ],
  build: {
    assetsInlineLimit: 0,
    target: "es2022",
    rolldownOptions: {
      output: {
        chunkFileNames: ({ name }) => `assets/${name.startsWith("shared") ? "shared" : "[name]"}-[hash].js`,
        // A file costs a question, however small it is: what the first page needs is one, and small things that some
        // screens share go with what they are mostly used with.
        codeSplitting: {
          groups: [
            { name: "start", tags: ["$initial"] },
            { name: "shared", minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 4_000 },
          ],
        },
      },
    },
  },
});
