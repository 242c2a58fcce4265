// node validate.mjs CACHE OVERLAY: each object of CACHE/OVERLAY.json against its JSON schema; and, as schemas let unknown fields pass,
// CACHE/OVERLAY.ts for the TypeScript compiler, which does not.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [cache, overlay] = process.argv.slice(2);
const rooms = ["kubernetes-models", "@kubernetes-models/cloudnative-pg", "@kubernetes-models/prometheus-operator"];
const objects = JSON.parse(readFileSync(`${cache}/${overlay}.json`));
const typed = [];
const faults = [];

for (const [i, object] of objects.entries()) {
  const { apiVersion, kind } = object;
  const name = `${kind} ${object.metadata.name}`;
  const path = rooms.map(it => `${it}/${apiVersion}/${kind}`).find(it => existsSync(`${cache}/node_modules/${it}.js`));
  if (!path) {
    console.log(`${overlay}: ${name}: not checked, no schema is known for ${apiVersion}`);
    continue;
  }
  const Model = (await import(pathToFileURL(`${cache}/node_modules/${path}.js`)))[kind];
  try {
    new Model(object).validate();
  } catch (e) {
    faults.push(`${name}: ${e.message}`);
  }
  typed.push(`import type { I${kind} as T${i} } from "${path}";\nexport const o${i}: T${i} = ${JSON.stringify(object, null, 1)};`);
}

writeFileSync(`${cache}/${overlay}.ts`, typed.join("\n"));
if (faults.length) {
  console.error(`${overlay}:\n  ${faults.join("\n  ")}`);
  process.exit(1);
}
console.log(`${overlay}: ${typed.length} of ${objects.length} objects hold against their schema`);
