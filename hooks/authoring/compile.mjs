// Compiles Python for the browser's Python, by pyodide-build running in that very Python.
// Usage: node compile.mjs <folder of pyodide> <folder of pyodide-build's wheels> <archive.zip>
// The archive is replaced by one with .pyc files, stored without compression. Printed as JSON: which modules of the
// standard library the runtime and all modules of the archive's packages import, as names in python_stdlib.zip.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, wheels, path] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(resolve(runtime), "pyodide.mjs")).href);
const start = () =>
  loadPyodide({
    // A fixed hash seed and date make the same sources compile to the same bytes.
    env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0", SOURCE_DATE_EPOCH: "1767225600" },
    stdout: () => {},
  });
const bytes = (file) => new Uint8Array(readFileSync(file));

const clean = await start();
clean.unpackArchive(bytes(path), "zip", { extractDir: "/archive" });
const needed = clean.runPython(`
import json, sys
from importlib import import_module
from pathlib import Path

top = Path("/archive")
if any(top.glob("*/__init__.py")):
    sys.path.insert(0, str(top))
    for file in sorted(top.rglob("*.py")):
        import_module(".".join(file.relative_to(top).with_suffix("").parts).removesuffix(".__init__"))
inside = [getattr(module, "__file__", None) or "" for module in list(sys.modules.values())]
json.dumps(sorted(file.partition("python314.zip/")[2] for file in inside if "python314.zip/" in file))
`);

const python = await start();
for (const wheel of readdirSync(wheels).filter((name) => name.endsWith(".whl")))
  python.unpackArchive(bytes(join(wheels, wheel)), "wheel");
python.FS.writeFile("/tmp/archive.zip", bytes(path));
const compiled = python.runPython(`
from pathlib import Path
from pyodide_build._py_compile import _py_compile_archive

str(_py_compile_archive(Path("/tmp/archive.zip"), keep=False, verbose=False, compression_level=0))
`);
writeFileSync(path, python.FS.readFile(compiled));
process.stdout.write(needed);
process.exit(0);
