"""The Python runtime and the grader as the browser loads them, in two forms.

Over http(s) the worker fetches gzipped files (`load/`). On file:// a page can load classic scripts only, so that there
each of the same files is a script (`file/`) that puts it, gzipped and base64-coded, into `globalThis.secondChanceFiles`.
overrides/assets/quiz/worker.js unpacks both. What is slow to make is kept in a cache folder, named by a hash of all it
was made from.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from grader.browser import dump_marker
from grader.marking import Marker

from authoring.runtime import RuntimeChanged, read_runtime

# Changes the name of everything in the cache; raise it when this module packs otherwise than before.
PACKING = "2"
EPOCH = (2026, 1, 1, 0, 0, 0)


class BundleError(RuntimeError):
    """Something the bundle is made from is missing; the message says what to run."""


class Bundle:
    """Makes the files from the project in the folder `root`, with what `./handbook` fetched there."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._pyodide = root / "node_modules/pyodide"
        self._wheels = root / ".cache/wheels"
        self._cache = root / ".cache/bundle"
        if not (self._pyodide / "pyodide.asm.wasm").is_file() or not self._wheels.is_dir():
            raise BundleError("the browser's Python is not here yet: run ./handbook build, which fetches it")

    def files(self, marker: Marker, worker: str) -> dict[str, bytes]:
        """The content of every file by its name below assets/quiz: "load/wasm.bin", "file/wasm.js" and so on.

        `worker` is the text of overrides/assets/quiz/worker.js, which runs with the runtime's own program.
        """
        program, wasm = self._runtime()
        grader, modules = self._grader()
        packed = {
            "wasm": wasm,
            "stdlib": self._stdlib(modules),
            "grader": grader,
            "marker": _gzip(dump_marker(marker).encode()),
        }
        scripts = {"program": _gzip((program + worker).encode()), **packed}
        return {
            "load/worker.js": worker.encode(),
            "load/program.js": program.encode(),
            **{f"load/{name}.bin": content for name, content in packed.items()},
            **{f"file/{name}.js": _script(name, content) for name, content in scripts.items()},
        }

    def _kept(self, name: str, sources: Sequence[Path], make: Callable[[], bytes], also: str = "") -> bytes:
        key = hashlib.sha256(f"{PACKING} {also}".encode())
        for source in [Path(__file__).with_name("compile.mjs"), self._root / "requirements/compile.txt",
                       self._root / "package-lock.json", *sources]:
            key.update(source.name.encode() + b"\0" + hashlib.sha256(source.read_bytes()).digest())
        path = self._cache / f"{name}-{key.hexdigest()[:24]}"
        if not path.is_file():
            made = make()
            self._cache.mkdir(parents=True, exist_ok=True)
            for older in self._cache.glob(f"{name}-*"):
                older.unlink(missing_ok=True)
            # Written beside and renamed, so that a build that is stopped leaves no half file behind.
            with tempfile.NamedTemporaryFile(dir=self._cache, delete=False) as part:
                part.write(made)
            Path(part.name).replace(path)
        return path.read_bytes()

    def _runtime(self) -> tuple[str, bytes]:
        """The runtime's program, and its gzipped WebAssembly."""
        sources = [self._pyodide / name for name in ("pyodide.js", "pyodide.asm.mjs", "pyodide.asm.wasm")]

        def make() -> bytes:
            try:
                program, wasm = read_runtime(self._pyodide)
            except RuntimeChanged as error:
                raise BundleError(str(error)) from error
            return f"{len(program.encode())}\n{program}".encode() + _gzip(wasm)

        size, _, both = self._kept("runtime", [*sources, Path(__file__).with_name("runtime.py")], make).partition(b"\n")
        return both[: int(size)].decode(), both[int(size) :]

    def _grader(self) -> tuple[bytes, list[str]]:
        """The compiled grader, and the modules of the standard library that it and the runtime import."""
        package = self._root / "quizzes/grader"
        sources = sorted(package.rglob("*.py"))

        def make() -> bytes:
            files = {path.relative_to(package.parent).as_posix(): path.read_bytes() for path in sources}
            compiled, modules = self._compiled(_zip(files))
            return json.dumps(modules).encode() + b"\n" + _gzip(compiled)

        names = " ".join(path.relative_to(package).as_posix() for path in sources)
        modules, _, packed = self._kept("grader", sources, make, names).partition(b"\n")
        return packed, json.loads(modules)

    def _stdlib(self, modules: Sequence[str]) -> bytes:
        """Those modules of the standard library, compiled: a third of its bytes, and a fifth of its time to start."""
        archive = self._pyodide / "python_stdlib.zip"

        def make() -> bytes:
            with zipfile.ZipFile(archive) as library:
                return _gzip(self._compiled(_zip({name: library.read(name) for name in modules}))[0])

        return self._kept("stdlib", [archive], make, " ".join(modules))

    def _compiled(self, archive: bytes) -> tuple[bytes, list[str]]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "archive.zip")
            path.write_bytes(archive)
            node = shutil.which("node")
            if not node:
                raise BundleError("Node is not on PATH: run ./handbook build, which brings it")
            script = Path(__file__).with_name("compile.mjs")
            done = subprocess.run([node, str(script), str(self._pyodide), str(self._wheels), str(path)],
                                  capture_output=True, text=True)
            if done.returncode:
                raise BundleError(f"compiling for the browser's Python failed:\n{done.stdout}{done.stderr}")
            with zipfile.ZipFile(path) as compiled:
                return _zip({name: compiled.read(name) for name in compiled.namelist()}), json.loads(done.stdout)


def _zip(files: Mapping[str, bytes]) -> bytes:
    """A zip archive that is the same for the same files: sorted, with one date, stored (it is gzipped later)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), files[name])
    return buffer.getvalue()


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _script(name: str, packed: bytes) -> bytes:
    text = base64.b64encode(packed).decode()
    return f'(globalThis.secondChanceFiles??={{}})[{json.dumps(name)}]="{text}"\n'.encode()
