"""What is left out of Pyodide is only what its program never uses, and another build of it is refused by name."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from authoring.runtime import RuntimeChanged, read_runtime

from tests.conftest import ROOT

PYODIDE = ROOT / "node_modules/pyodide"
EXPORTS = """
const module = new WebAssembly.Module(require("fs").readFileSync(process.argv[1]));
process.stdout.write(WebAssembly.Module.exports(module).map(({ name }) => name).join(" "));
"""


def exports(wasm: Path) -> set[str]:
    return set(subprocess.run(["node", "-e", EXPORTS, str(wasm)], capture_output=True, text=True, check=True).stdout.split())


def test_every_export_that_the_program_names_is_there(tmp_path: Path) -> None:
    program, wasm = read_runtime(PYODIDE)
    (tmp_path / "trimmed.wasm").write_bytes(wasm)
    left, whole = exports(tmp_path / "trimmed.wasm"), exports(PYODIDE / "pyodide.asm.wasm")
    assert left < whole
    named = set(re.findall(r'wasmExports(?:\["|\.)([\w$]+)', program))
    assert named & whole and not named & (whole - left)


@pytest.mark.parametrize("part", ["import.meta.url", "export default _createPyodideModule", "var _"])
def test_a_program_of_another_build_is_refused(tmp_path: Path, part: str) -> None:
    pyodide = tmp_path / "pyodide"
    shutil.copytree(PYODIDE, pyodide)
    module = pyodide / "pyodide.asm.mjs"
    module.write_text(module.read_text("utf-8").replace(part, "changed"), "utf-8")
    with pytest.raises(RuntimeChanged, match=r"pyodide\.asm\.mjs"):
        read_runtime(pyodide)
