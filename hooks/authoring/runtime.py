"""Pyodide's program and its WebAssembly, as the handbook ships them.

Pyodide exports thousands of functions of CPython for packages that are compiled to WebAssembly, and at each start its
program wraps them all. The handbook has no such package: only the exports stay that the program itself uses. That leaves a
third out of the program, and most of that work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

WRAPPED = re.compile(r'(?:_[\w$]+=)?Module\["(?P<name>_[\w$]+)"\]=wasmExports\["[\w$]+"\](?:\.value>>>0)?;')
DECLARED = re.compile(r"var (_[\w$]+(?:,_[\w$]+){999,})")
WORD = re.compile(r"[\w$]+")
EXPORTS = 7


class RuntimeChanged(RuntimeError):
    """This version of Pyodide is built otherwise than expected; the message says where."""


def read_runtime(pyodide: Path) -> tuple[str, bytes]:
    """The two programs of the npm package in the folder `pyodide` as one classic script, and its WebAssembly.

    A classic worker made from a Blob is the only kind that both Chromium and Firefox start on file://, and it cannot
    import modules; so the module's own address and its export become ordinary names. The script ends with the worker's
    `loadPyodide` and `createPyodideModule` in the global scope. Raises RuntimeChanged.
    """
    loader = (pyodide / "pyodide.js").read_text("utf-8")
    module = (pyodide / "pyodide.asm.mjs").read_text("utf-8")
    module, words = _unwrapped(module, loader)
    module = _replaced(module, "import.meta.url", '"https://pyodide.invalid/pyodide.asm.mjs"')
    module = _replaced(module, "export default _createPyodideModule", "globalThis.createPyodideModule = _createPyodideModule")
    # No map of the sources is shipped, so none is asked for.
    loader = "\n".join(line for line in loader.splitlines() if not line.startswith("//# sourceMappingURL"))
    # Pyodide refuses classic workers, which it knows by an importScripts that works.
    blind = 'self.importScripts = () => { throw new Error("nothing is imported here"); };'
    return f"{blind}\n{loader}\n;{module}\n;", _exporting((pyodide / "pyodide.asm.wasm").read_bytes(), words)


def _replaced(text: str, old: str, new: str) -> str:
    if old not in text:
        raise RuntimeChanged(f"pyodide.asm.mjs has no {old!r}: this version needs another way of loading it")
    return text.replace(old, new)


def _unwrapped(module: str, loader: str) -> tuple[str, set[str]]:
    """The program without the wrappers that it does not use itself, and every word in it."""
    declared = DECLARED.search(module)
    if not declared:
        raise RuntimeChanged("pyodide.asm.mjs does not declare its exports in one list: this version cannot be trimmed so")
    others = WRAPPED.sub("", module.replace(declared[0], ""))
    words = set(WORD.findall(others + loader))
    module = WRAPPED.sub(lambda match: match[0] if match["name"] in words else "", module)
    names = (name for name in declared[1].split(",") if name in words)
    module = module.replace(declared[0], f"var {','.join(names)}")
    return module, set(WORD.findall(module))


def _exporting(wasm: bytes, names: set[str]) -> bytes:
    """The module without the exports whose names are not among those."""
    sections = [wasm[:8]]
    for section, start, end in _sections(wasm):
        content = wasm[start:end]
        if section == EXPORTS:
            exports = [export for name, export in _exports(content) if name in names]
            content = _number(len(exports)) + b"".join(exports)
        sections.append(bytes([section]) + _number(len(content)) + content)
    return b"".join(sections)


def _sections(wasm: bytes) -> Iterator[tuple[int, int, int]]:
    """The kind of each section, and where its content begins and ends (WebAssembly Core Specification, 5.5.2)."""
    at = 8
    while at < len(wasm):
        size, start = _read_number(wasm, at + 1)
        yield wasm[at], start, start + size
        at = start + size


def _exports(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The name of each export, and the whole of it (5.5.10: a name, a kind, a number)."""
    count, at = _read_number(content, 0)
    for _ in range(count):
        size, start = _read_number(content, at)
        _, end = _read_number(content, start + size + 1)
        yield content[start : start + size].decode(), content[at:end]
        at = end


def _read_number(content: bytes, at: int) -> tuple[int, int]:
    """The number in LEB128 at that place, and the place behind it."""
    number = shift = 0
    while True:
        number |= (content[at] & 127) << shift
        shift += 7
        at += 1
        if content[at - 1] < 128:
            return number, at


def _number(number: int) -> bytes:
    coded = b""
    while number > 127:
        coded += bytes([number & 127 | 128])
        number >>= 7
    return coded + bytes([number])
