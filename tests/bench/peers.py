"""Other sites that run Python in the page, with the handbook's own Pyodide and nothing from elsewhere.

The benchmark starts them beside the handbook. They are built into .cache/peers/ from pinned packages in virtual
environments of their own; the project does not need them.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import venv
from pathlib import Path

# Where the benchmark's server shows the runtime and the sites.
PYODIDE, THEME = "/pyodide/", "/pyodide-mkdocs-theme/"

JUPYTERLITE = ("jupyterlite-core==0.8.6", "jupyterlite-pyodide-kernel==0.8.6")
# What its kernel imports when it starts. Pyodide's list says which versions of them and of what they need; these two
# are on no list, and IPython imports the second.
KERNEL = ("micropip", "ipython", "jedi")
UNLISTED = {"comm": "0.2.3", "ipython-pygments-lexers": "1.1.1"}

PYODIDE_THEME = ("pyodide-mkdocs-theme==5.7.0",)
# What the theme takes from a host, and the part of each package that its pages ask for.
LIBRARIES = {"jquery@3.7.1": "dist", "jquery.terminal@2.46.0": "", "ace-builds@1.44.0": "src-min-noconflict",
             "lodash@4.17.20": "lodash.min.js", "mathjax@3.2.2": "es5"}
LOCAL = (
    (r"https://cdn\.jsdelivr\.net/pyodide/v[\d.]+/full/", PYODIDE),
    (r"https://cdn\.jsdelivr\.net/npm/jquery@[\d.]+", f"{THEME}npm/jquery/dist/jquery.min.js"),
    (r"https://cdn\.jsdelivr\.net/npm/([a-z.-]+)@[\d.]+/", rf"{THEME}npm/\1/"),
    # The sums of the files that stood there before.
    (r'integrity: *"sha256-[^"]*",', ""),
)


def build(runtime: Path, folder: Path) -> dict[str, Path]:
    """The folders of the sites, by the names under which the server shows them; built where they are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    return {"jupyterlite": jupyterlite(runtime, folder), "pyodide-mkdocs-theme": pyodide_theme(folder)}


def jupyterlite(runtime: Path, folder: Path) -> Path:
    """The folder of a JupyterLite site that starts this runtime; it is built if it is not there yet."""
    site = folder / "jupyterlite"
    if site.is_dir():
        return site
    programs = install(folder / "jupyterlite-venv", JUPYTERLITE)
    content = folder / "jupyterlite-content"
    own = content / "static/pyodide"
    shutil.copytree(runtime, own, dirs_exist_ok=True)
    lock = json.loads((runtime / "pyodide-lock.json").read_text("utf-8"))
    packages = lock["packages"]
    for name, version in UNLISTED.items():
        packages[name] = {"name": name, "version": version, "depends": [], "imports": [name.replace("-", "_")],
                          "install_dir": "site", "package_type": "package", "unvendored_tests": False}
    packages["ipython"]["depends"].append("ipython-pygments-lexers")
    wanted = [*KERNEL, *UNLISTED]
    for name in wanted:
        wanted += [each for each in map(normal, packages[name]["depends"]) if each not in wanted]
    # The npm package of Pyodide brings no other packages; those on PyPI are the same but for their hashes.
    must(programs / "python", "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
         "--python-version", lock["info"]["python"], "--dest", own,
         *(f"{name}=={packages[name]['version']}" for name in wanted))
    for wheel in own.glob("*.whl"):
        packages[normal(wheel.name.partition("-")[0])].update(
            file_name=wheel.name, sha256=hashlib.sha256(wheel.read_bytes()).hexdigest())
    (own / "pyodide-lock.json").write_text(json.dumps(lock), "utf-8")
    built = folder / "jupyterlite-built"
    must(programs / "jupyter-lite", "build", "--apps", "repl", "--no-sourcemaps", "--output-dir", built, cwd=content)
    # Renamed last: a build that stopped half-way is no site.
    return built.rename(site)


def pyodide_theme(folder: Path) -> Path:
    """The folder of two pages made with pyodide-mkdocs-theme, each of which runs a line; built if not there yet."""
    site = folder / "pyodide-mkdocs-theme"
    if site.is_dir():
        return site
    programs = install(folder / "theme-venv", PYODIDE_THEME)
    content, built = folder / "theme-content", folder / "theme-built"
    shutil.rmtree(content, ignore_errors=True)
    must(programs / "python", "-m", "pyodide_mkdocs_theme", "--lang", "en", "--new", content, cwd=folder)
    (content / "docs/exo.py").write_text("# --- PYODIDE:code --- #\nprint(6 * 7)\n", "utf-8")
    for number, page in enumerate(("index.md", "second.md"), 1):
        (content / "docs" / page).write_text(f"{{{{ IDE('exo', AUTO_RUN=True, ID={number}) }}}}\n", "utf-8")
    settings = (content / "mkdocs.yml").read_text("utf-8")
    (content / "mkdocs.yml").write_text(re.sub(r"\bid: null", "id: peer", settings), "utf-8")
    (content / "bench.yml").write_text(
        "INHERIT: mkdocs.yml\nsite_name: peer\nsite_url: http://127.0.0.1/\ncopyright: ''\nuse_directory_urls: false\n"
        "nav: [index.md, second.md]\n", "utf-8")
    must(programs / "mkdocs", "build", "--config-file", "bench.yml", "--site-dir", built, cwd=content)
    must(shutil.which("npm"), "install", "--silent", "--no-save", "--ignore-scripts", "--prefix", content, *LIBRARIES)
    for path in [*built.rglob("*.html"), *built.rglob("*.js")]:
        text = path.read_text("utf-8")
        for old, new in LOCAL:
            text = re.sub(old, new, text)
        path.write_text(text, "utf-8")
    for library, part in LIBRARIES.items():
        source, to = (top / library.partition("@")[0] / part for top in (content / "node_modules", built / "npm"))
        to.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, to)
    return built.rename(site)


def install(folder: Path, packages: tuple[str, ...]) -> Path:
    """Makes a virtual environment with these packages; gives the folder of its programs."""
    venv.create(folder, with_pip=True)
    programs = next(path for path in (folder / "bin", folder / "Scripts") if path.is_dir())
    must(programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:",
         *packages)
    return programs


def must(*command: object, cwd: Path | None = None) -> None:
    subprocess.run([str(part) for part in command], cwd=cwd, check=True)


def normal(name: str) -> str:
    return name.replace("_", "-").lower()
