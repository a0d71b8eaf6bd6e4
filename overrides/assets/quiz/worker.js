// The worker in which Python marks answers. Over http(s) it is started by its address, fetches what it needs, and where
// the browser can, all pages of a visit share it; on file:// it is made from a Blob behind the runtime's own program
// (hooks/authoring/bundle.py) and is handed everything.
// In: {files, kept} once from each page; then {ask, request} for each request, the name of a function in
//   grader/browser.py and its JSON text; {keep} once nothing is urgent; {end} when it is given up.
//   files: by the names program, wasm, stdlib, grader and marker: an address, or the gzipped bytes in base64.
//   kept, keep: {database, version} of the memory that is kept on this device after a start; kept null: start plainly.
// Out: {loaded: bytes} at once and while files come in; {ready: true, restored}, restored if from kept memory;
//   {answer, memory} with the bytes that Python holds;
//   {error, file, late} if something failed: the name of the file that did not come in whole, if it was that; `late` if
//   Python stopped it because it took too long.
{
  const HOME = "https://pyodide.invalid/";
  // A runaway answer is stopped by Python itself; if it cannot be, the page ends this worker a little later.
  const DEADLINE = 3_000;
  // Memory is kept in blocks, those of nothing but zeros left out.
  const BLOCK = 65_536;
  const WASM = "application/wasm";
  // The pages that wait for the start.
  const waiting = new Set();
  let python, ask, started;
  // Whether Python is as it was after a plain start.
  let fresh = false;

  // Python asks this for an interrupt every few thousand steps, and is told of one once time is up. It stands for an
  // Int32Array on shared memory, which a site without special headers cannot have.
  const clock = {
    deadline: Infinity,
    asked: 0,
    get 0() {
      return (++this.asked & 63) === 0 && performance.now() > this.deadline ? 2 : 0;
    },
    set 0(_) {},
  };

  const decode = (text) =>
    Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

  // Tells the page how many bytes have come in, so that it knows a slow network from a dead one.
  const counted = () =>
    new TransformStream({
      transform(chunk, controller) {
        for (const page of waiting) page.postMessage({ loaded: chunk.byteLength });
        controller.enqueue(chunk);
      },
    });

  const packed = async (source) => {
    if (!/^https?:/.test(source)) return new Blob([decode(source)]).stream();
    const response = await fetch(source);
    if (!response.ok) throw new Error(String(response.status));
    return response.body.pipeThrough(counted());
  };

  // The content of a file. One that is cut short or altered fails by gzip's own check.
  const unpacked = async (name, source, use) => {
    try {
      const content = (await packed(source)).pipeThrough(new DecompressionStream("gzip"));
      return await use(new Response(content, { headers: { "content-type": WASM } }));
    } catch (error) {
      throw new Error(String(error), { cause: error instanceof WebAssembly.CompileError ? undefined : name });
    }
  };

  const database = (name) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore("memory");
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => reject(request.error);
    });

  // One request to the store of a database; the promise settles with its result once it is safe on the disk.
  const stored = async (name, mode, ask) => {
    const opened = await database(name);
    try {
      return await new Promise((resolve, reject) => {
        const transaction = opened.transaction("memory", mode);
        const request = ask(transaction.objectStore("memory"));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = transaction.onerror = () => reject(transaction.error);
      });
    } finally {
      opened.close();
    }
  };

  const sum = (bytes) => {
    const words = new Uint32Array(bytes.buffer);
    let total = 0;
    for (let i = 0; i < words.length; i++) total = (Math.imul(total, 31) + words[i]) | 0;
    return total;
  };

  // What is kept of a snapshot: its head, and the blocks of memory that hold anything, one after the other.
  const pack = ({ buffer }, version) => {
    const begin = new Uint32Array(buffer)[1];
    const size = buffer.byteLength - begin;
    const block = (at) => new Uint32Array(buffer, begin + at, BLOCK / 4);
    const blocks = Uint32Array.from({ length: size / BLOCK }, (_, number) => number * BLOCK).filter((at) => block(at).some(Boolean));
    const words = new Uint32Array((blocks.length * BLOCK) / 4);
    blocks.forEach((at, number) => words.set(block(at), (number * BLOCK) / 4));
    const bytes = new Uint8Array(words.buffer);
    // A Blob is read back in half the time.
    return { version, head: new Uint8Array(buffer.slice(0, begin)), size, blocks, bytes: new Blob([bytes]), sum: sum(bytes) };
  };

  // What is kept, if it is of this version.
  const remembered = async ({ database, version }) => {
    const kept = await stored(database, "readonly", (store) => store.get("memory"));
    return kept?.version === version ? kept : null;
  };

  const restored = (kept) => async (settings) => {
    // They come in while the module is made.
    const reading = kept.bytes.arrayBuffer();
    reading.catch(() => {});
    const module = await self.createPyodideModule(settings);
    // Pyodide does not restore more memory than it starts with (its issue 6254), so it is given the size, and the bytes.
    if (module.HEAP8.length < kept.size && !module._emscripten_resize_heap(kept.size)) throw new Error("memory");
    const bytes = new Uint8Array(await reading);
    if (sum(bytes) !== kept.sum) throw new Error("memory that is not whole");
    // Beyond this the new memory has not been written to.
    const used = module.HEAPU32[module._emscripten_get_sbrk_ptr() / 4];
    module.HEAPU8.fill(0, 0, used);
    kept.blocks.forEach((at, number) => {
      module.HEAPU8.set(bytes.subarray(number * BLOCK, (number + 1) * BLOCK), at);
    });
    return module;
  };

  // Pyodide loads by its addresses; they stand for what is here already.
  const load = async (compiled, library, options) => {
    const { fetch } = self;
    const { instantiateStreaming } = WebAssembly;
    self.fetch = async (url) => new Response(String(url).endsWith(".zip") ? library : null);
    WebAssembly.instantiateStreaming = async (_, imports) => ({
      module: compiled,
      instance: await WebAssembly.instantiate(compiled, imports),
    });
    try {
      return await self.loadPyodide({
        indexURL: HOME,
        packageBaseUrl: HOME,
        lockFileContents: {
          info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" },
          packages: {},
        },
        ...options,
      });
    } finally {
      Object.assign(self, { fetch });
      Object.assign(WebAssembly, { instantiateStreaming });
    }
  };

  const restore = async (kept, compiled) => {
    python = await load(compiled, null, { createPyodideModule: restored(kept), _loadSnapshot: kept.head });
    // Or everybody who begins from the same memory draws the same lots.
    python.runPython("random.seed()");
  };

  const boot = async (compiled, [stdlib, grader, marker], keeping) => {
    python = await load(compiled, stdlib, { createPyodideModule: self.createPyodideModule, _makeSnapshot: keeping });
    python.unpackArchive(grader, "zip", { extractDir: "/grader" });
    python.globals.set("text", new TextDecoder().decode(marker));
    python.runPython(`
import gc, random, sys
gc.disable()  # Nothing that is made here is ever thrown away.
sys.path.insert(0, "/grader")
import grader.browser
marker = grader.browser.load_marker(text)
answer = lambda ask, request: getattr(grader.browser, ask)(marker, request)
del text
gc.freeze()
gc.enable()
`);
    fresh = keeping;
  };

  const start = async ({ files, kept }) => {
    const found = kept && remembered(kept).catch(() => null);
    const compiling = unpacked("wasm", files.wasm, (response) => WebAssembly.compileStreaming(response));
    if (!self.loadPyodide) self.importScripts(files.program);
    const memory = await found;
    if (memory) {
      try {
        await restore(memory, await compiling);
        return true;
      } catch (error) {
        console.warn(error);
      }
    }
    const others = ["stdlib", "grader", "marker"].map((name) => unpacked(name, files[name], (response) => response.arrayBuffer()));
    const [compiled, ...contents] = await Promise.all([compiling, ...others]);
    await boot(compiled, contents, Boolean(kept));
    return false;
  };

  const answer = (name, request) => {
    fresh = false;
    clock.deadline = performance.now() + DEADLINE;
    try {
      return { answer: JSON.parse(ask(name, request)), memory: python._module.HEAP8.length };
    } finally {
      clock.deadline = Infinity;
    }
  };

  const keep = async ({ database, version }) => {
    if (!fresh) return;
    fresh = false;
    python.runPython("grader.browser.prepare(marker)");
    const packed = pack(python.makeMemorySnapshot(), version);
    await stored(database, "readwrite", (store) => store.put(packed, "memory"));
  };

  // Settles with whether Python began from kept memory. Several pages are one start; after a failure the next tries again.
  const ready = (data) => {
    started ??= start(data)
      .then((restored) => {
        ask = python.globals.get("answer");
        python.setInterruptBuffer(clock);
        return restored;
      })
      .catch((error) => {
        started = null;
        throw error;
      })
      .finally(() => waiting.clear());
    return started;
  };

  const listen = (page) => {
    page.onmessage = async ({ data }) => {
      try {
        if (data.files) {
          waiting.add(page);
          page.postMessage({ loaded: 0 });
          page.postMessage({ ready: true, restored: await ready(data) });
        } else if (data.keep) {
          await keep(data.keep).catch((error) => console.warn(error));
        } else if (data.end) {
          self.close();
        } else {
          page.postMessage(answer(data.ask, data.request));
        }
      } catch (error) {
        page.postMessage({ error: String(error), file: error.cause, late: String(error).includes("KeyboardInterrupt") });
      }
    };
  };

  if ("onconnect" in self) self.onconnect = ({ ports }) => listen(ports[0]);
  else listen(self);
}
