// The worker in which Python marks answers. It runs behind the runtime's own program (hooks/authoring/bundle.py), as a
// classic worker made from a Blob, and is handed every file it needs: it asks the network for nothing.
// In: {files: {wasm, stdlib, grader, marker}} once, as ArrayBuffers; then {request: JSON text}.
// Out: {ready: true}, then {marks: object} for each request, or {error: text}.
{
  const HOME = "https://pyodide.invalid/";
  let mark;

  const start = async ({ wasm, stdlib, grader, marker }) => {
    const files = {
      [HOME + "pyodide.asm.wasm"]: [wasm, "application/wasm"],
      [HOME + "python_stdlib.zip"]: [stdlib, "application/zip"],
    };
    self.fetch = async (url) => {
      const [bytes, type] = files[String(url)] ?? [];
      return bytes ? new Response(bytes, { headers: { "content-type": type } }) : Response.error();
    };
    const python = await self.loadPyodide({
      indexURL: HOME,
      packageBaseUrl: HOME,
      createPyodideModule: self.createPyodideModule,
      lockFileContents: {
        info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
        packages: {},
      },
    });
    python.unpackArchive(grader, "zip", { extractDir: "/grader" });
    mark = python.runPython(`
import sys
sys.path.insert(0, "/grader")
from functools import partial
from grader.browser import load_marker, mark
lambda text: partial(mark, load_marker(text))
`)(new TextDecoder().decode(marker));
  };

  self.onmessage = async ({ data }) => {
    try {
      if (data.files) {
        await start(data.files);
        self.postMessage({ ready: true });
      } else {
        self.postMessage({ marks: JSON.parse(mark(data.request)) });
      }
    } catch (error) {
      self.postMessage({ error: String(error) });
    }
  };
}
