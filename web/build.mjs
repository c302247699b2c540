// Bundles the scripts of the page into the Python package, and says from the bundle itself whose code is in it.
//
//   node build.mjs           writes each bundle, with its third-party notices, beside the Python that serves it
//   node build.mjs --check   writes nothing; fails where what is committed is not what would be written
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

// One line for each page: where its script begins, and where the bundle goes.
const BUNDLES = [
  { entry: "src/view.js", folder: "../src/qurultay/view/assets" },
  { entry: "src/query.js", folder: "../src/qurultay/serve/assets" },
];

const OPTIONS = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2020"],
  charset: "ascii", // a page may be opened under any encoding
  legalComments: "none", // the notices file says it all
  loader: { ".svg": "dataurl", ".woff": "dataurl", ".woff2": "dataurl", ".ttf": "dataurl", ".eot": "dataurl" },
  metafile: true,
  write: false,
};

/** Return the packages that a file was itself bundled from, as its source map tells. */
function bundledInto(input) {
  const map = join(here, `${input}.map`);
  if (!existsSync(map)) return [];
  const found = JSON.parse(readFileSync(map, "utf8")).sources.map((it) => /^.*(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(it)?.[1]);
  return found.filter(Boolean);
}

/** Return the folders of packages whose code went into a bundle, sorted by name. */
function packagesOf(metafile) {
  const folders = new Set();
  for (const [output, { inputs }] of Object.entries(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
      const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
      if (!found || (bytesInOutput === 0 && !output.endsWith(".css"))) continue;
      folders.add(found[1]);
      for (const folder of bundledInto(input)) folders.add(folder);
    }
  }
  return [...folders].sort();
}

/** Return one package's name, version, licence and the text of its licence. */
function notice(folder) {
  const about = JSON.parse(readFileSync(join(here, folder, "package.json"), "utf8"));
  const files = readdirSync(join(here, folder)).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort();
  const licence = about.license?.type ?? about.license ?? about.licenses?.map((it) => it.type).join(" or ");
  if (!licence && !files.length) throw new Error(`${folder} names no licence`);
  const author = typeof about.author === "string" ? about.author : about.author?.name;
  const text = files.map((name) => readFileSync(join(here, folder, name), "utf8").replace(/\r\n/g, "\n").trim());
  if (!text.length) text.push(author ? `Copyright ${author}` : "The package comes without a licence text.");
  return `${about.name} ${about.version} (${licence ?? "see below"})\n\n${text.join("\n\n")}\n`;
}

/** Return what a bundle consists of: the paths of its files and their bytes. */
async function made({ entry, folder }) {
  const result = await build({ ...OPTIONS, entryPoints: [entry], outdir: folder });
  const name = basename(entry, ".js");
  const files = result.outputFiles.map(({ path, contents }) => [join(here, folder, basename(path)), Buffer.from(contents)]);
  const packages = packagesOf(result.metafile);
  const head = `The script ${name}.js holds code of these packages:\n\n`;
  const rule = `\n${"-".repeat(78)}\n\n`;
  files.push([join(here, folder, `${name}.notices.txt`), Buffer.from(head + packages.map(notice).join(rule))]);
  return files;
}

const checking = process.argv.includes("--check");
let stale = 0;
for (const bundle of BUNDLES) {
  for (const [path, bytes] of await made(bundle)) {
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    if (!checking) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
      console.log(`${hash}  ${bytes.length}  ${basename(path)}`);
    } else if (!existsSync(path) || !readFileSync(path).equals(bytes)) {
      console.error(`${basename(path)} is not what the sources make: run 'npm run build' in web/ (${hash})`);
      stale += 1;
    }
  }
}
process.exitCode = stale ? 1 : 0;
