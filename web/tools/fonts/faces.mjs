// Writes the list of font pieces: the bundled face under a name of our own, so that it never hides the one
// that is installed on the machine. Run again after the font package changes: node tools/fonts/faces.mjs
import { readFileSync, writeFileSync } from "node:fs";

const packaged = new URL("../../node_modules/@fontsource/biz-udpgothic/", import.meta.url);
const target = new URL("../../src/ui/fonts/fonts.css", import.meta.url);

// Characters that the packaged pieces lack although the face has them (Greek, Ⅰ–Ⅻ, ⅰ–ⅻ, ≒ …),
// and kanji of names outside the face (𠮷 …), from Noto Sans JP.
const ours = {
  "biz-udpgothic-rest":
    "U+2d8, U+2db, U+302, U+306, U+30b, U+30f, U+318-31a, U+31c-320, U+324-325, U+32a, U+32c, U+32f-330, U+334, " +
    "U+339-33d, U+361, U+384-386, U+388-38a, U+38c, U+38e-3a1, U+3a3-3ce, U+203e-203f, U+2153-2155, U+2160-216b, " +
    "U+2170-217b, U+217f, U+2252, U+23a7-23a9, U+23ab-23ad",
  "noto-sans-jp-kanji":
    "U+2008a, U+200b0, U+200f5, U+20158, U+2053f, U+205b1, U+20611, U+206ec, U+207c8, U+2090e, U+20984, U+20a64, " +
    "U+20bb7, U+20d58, U+22609, U+22e42, U+22feb, U+233cc, U+233fe, U+237f1, U+23cbe, U+2404b, U+242ee, U+248e9, " +
    "U+24e04, U+24ff2, U+2567f, U+259cc, U+25ad7, U+26222, U+2626a, U+26999, U+26c9e, U+278b2, U+279b4, U+27c3c, " +
    "U+27d73, U+27eaf, U+284dc, U+28e0f, U+28e17, U+29810, U+29d4b, U+2a2b2, U+2a9e6, U+2b746, U+2b751, U+2b753, " +
    "U+2b75a, U+2b75c, U+2b765, U+2b776-2b777, U+2b77c, U+2b782, U+2b789, U+2b78b, U+2b78e, U+2b794, U+2b7ac, " +
    "U+2b7af, U+2b7bd, U+2b7c9, U+2b7cf, U+2b7d2, U+2b7d8, U+2b7f0, U+2b80d, U+2b817, U+2b81a, U+2d544, U+2e278, " +
    "U+2e569, U+2e6ea, U+2f804, U+2f815, U+2f818, U+2f81a, U+2f822, U+2f828, U+2f82c, U+2f833, U+2f83f, U+2f846, " +
    "U+2f852, U+2f862, U+2f86d, U+2f873, U+2f877, U+2f899-2f89a, U+2f8a6, U+2f8ac, U+2f8b2, U+2f8b6, U+2f8db-2f8dc, " +
    "U+2f8e1, U+2f8e5, U+2f8ea, U+2f8ed, U+2f8fc, U+2f903, U+2f90b, U+2f90f, U+2f91a, U+2f921, U+2f945, U+2f947, " +
    "U+2f96c, U+2f995, U+2f9d0, U+2f9de-2f9df, U+2f9f4",
};

function face(weight, url, range) {
  return (
    `@font-face{font-family:"Yoriai UDP";font-style:normal;font-weight:${weight};font-display:swap;` +
    `src:url("${url}")format("woff2");unicode-range:${range.replaceAll(", ", ",")}}`
  );
}

function* pieces(weight) {
  const css = readFileSync(new URL(`${weight}.css`, packaged), "utf8");
  for (const [, file, range] of css.matchAll(
    /url\(\.\/files\/([^)]+\.woff2)\)[^}]*?unicode-range: ([^;]+);/g,
  )) {
    yield face(weight, `@fontsource/biz-udpgothic/files/${file}`, range);
  }
  for (const [name, range] of Object.entries(ours)) yield face(weight, `./${name}-${weight}.woff2`, range);
}

const head =
  "/* The bundled face, piece by piece; written by tools/fonts/faces.mjs from the font package. */";
writeFileSync(target, [head, ...pieces(400), ...pieces(700), ""].join("\n"));
