// Compiles the Python files of zip archives for the browser's Python, by pyodide-build running in that very Python.
// Usage: node compile.mjs <folder of pyodide> <folder of pyodide-build's wheels> <archive.zip> ...
// Each archive is replaced by one with .pyc files, stored without compression.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, wheels, ...archives] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(resolve(runtime), "pyodide.mjs")).href);
const python = await loadPyodide({
  // A fixed hash seed and date make the same sources compile to the same bytes.
  env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0", SOURCE_DATE_EPOCH: "1767225600" },
  stdout: () => {},
});
const bytes = (path) => new Uint8Array(readFileSync(path));
for (const wheel of readdirSync(wheels).filter((name) => name.endsWith(".whl")))
  python.unpackArchive(bytes(join(wheels, wheel)), "wheel");
for (const path of archives) {
  const name = basename(path);
  python.FS.writeFile(`/tmp/${name}`, bytes(path));
  const compile = python.runPython(`
from pathlib import Path
from pyodide_build._py_compile import _py_compile_archive

lambda path: str(_py_compile_archive(Path(path), keep=False, verbose=False, compression_level=0))
`);
  writeFileSync(path, python.FS.readFile(compile(`/tmp/${name}`)));
}
process.exit(0);
