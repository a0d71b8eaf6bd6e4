// Python for the page: starts a worker, asks it one thing at a time, and replaces it when it dies or runs away.
// `secondChance.grader.ask(name, request)` promises what the function of that name in grader/browser.py answers; it
// rejects with a sentence for the learner.
{
  // A slow line may take minutes over six megabytes, but some of them come in all the time.
  const SILENCE = 60_000;
  // Python stops itself before (DEADLINE in worker.js) where it can.
  const LIMIT = 5_000;
  // What Python once took it never gives back to the browser.
  const MOST_MEMORY = 160_000_000;
  // The page is busy with itself in its first moments; what is not urgent waits.
  const LATER = 1_500;
  const settings = JSON.parse(document.getElementById("second-chance").textContent);
  const copied = location.protocol === "file:";
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  const say = (key, fields = {}) =>
    (settings.words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => fields[name] ?? whole);

  // One file as a script, which is all that a page on file:// can load. It stays, so that another worker can start.
  const script = (name) =>
    new Promise((resolve, reject) => {
      const packed = () => globalThis.secondChanceFiles?.[name];
      const done = () => (packed() ? resolve(packed()) : reject(new Error(say("runtime.missing", { file: `${name}.js` }))));
      if (packed()) return done();
      const element = document.createElement("script");
      element.src = settings.file[name];
      element.onload = element.onerror = done;
      document.head.append(element);
    });

  const decode = (text) =>
    Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

  // The address of the worker's program, and the files that it needs to start.
  const sources = async () => {
    if (!copied) {
      const absolute = ([name, url]) => [name, new URL(url, document.baseURI).href];
      const { worker, ...files } = Object.fromEntries(Object.entries(settings.load).map(absolute));
      return { url: worker, files };
    }
    const names = Object.keys(settings.file);
    const packed = await Promise.all(names.map(script));
    const { program, ...files } = Object.fromEntries(names.map((name, number) => [name, packed[number]]));
    const content = new Blob([decode(program)]).stream().pipeThrough(new DecompressionStream("gzip"));
    const text = await new Response(content, { headers: { "content-type": "text/javascript" } }).blob();
    return { url: URL.createObjectURL(text), files };
  };

  // One worker, asked one thing at a time.
  class Python {
    #worker;

    // Settles when Python is ready. `kept` and `compiled` as in worker.js; `loaded` is called with bytes as they come in.
    async start(kept, compiled, loaded) {
      const { url, files } = await sources();
      try {
        this.#worker = new Worker(url);
        return Object.assign(this, await this.ask({ files, kept, compiled }, SILENCE, loaded));
      } catch (error) {
        this.end();
        throw error;
      } finally {
        URL.revokeObjectURL(url);
      }
    }

    // Rejects when nothing has been heard for so many milliseconds: what cannot load may otherwise never say so.
    ask(message, silence, loaded = () => {}) {
      return new Promise((resolve, reject) => {
        let timer;
        const settle = (end, outcome) => {
          clearTimeout(timer);
          end(outcome);
        };
        const listen = () => {
          clearTimeout(timer);
          timer = setTimeout(() => settle(reject, new Error(say("runtime.timeout"))), silence);
        };
        const fail = ({ error, file, late }) => {
          console.error(error);
          const reason = file ? say("runtime.incomplete", { file }) : say("runtime.blocked", { detail: error });
          settle(reject, new Error(reason, { cause: { late } }));
        };
        this.#worker.onmessage = ({ data }) => {
          listen();
          if (data.loaded) loaded(data.loaded);
          else if (data.error) fail(data);
          else settle(resolve, data);
        };
        this.#worker.onerror = (event) => fail({ error: event.message || "worker" });
        listen();
        this.#worker.postMessage(message);
      });
    }

    // Keeps the memory with which it started, while nothing is asked of it.
    keep(kept) {
      this.#worker.postMessage({ keep: kept });
    }

    end() {
      this.#worker?.terminate();
    }
  }

  class Grader extends EventTarget {
    state = "idle";
    // Whether Python began from the memory that an earlier start left on this device.
    restored = false;
    #python = null;
    #spare = null;
    #compiled = null;
    #last = Promise.resolve();
    // On file://, Firefox gives every page a store of its own, and each would keep its own 25 MB.
    #kept = copied && !globalThis.chrome ? null : { database: `${settings.handbook}/memory`, version: `${settings.version} ${navigator.userAgent}` };

    constructor() {
      super();
      addEventListener("online", () => this.state === "failed" && this.start().catch(() => {}));
    }

    // Settles when Python is ready. Several calls are one start; after a failure the next call tries again.
    start() {
      this.#python ??= this.#start().catch((error) => {
        this.#python = null;
        this.#tell("failed", say("runtime.failed", { reason: error.message }));
        throw error;
      });
      return this.#python;
    }

    // One request at a time, in the order of the calls. A worker that does not answer is replaced and asked once more.
    ask(name, request) {
      const message = { ask: name, request: JSON.stringify(request) };
      const answer = this.#last.then(() => this.#answer(message));
      this.#last = answer.catch(() => {});
      return answer;
    }

    async #start() {
      let [loaded, told] = [0, 0];
      this.#tell("loading", say("runtime.loading"));
      const python = await new Python().start(this.#kept, this.#compiled, (bytes) => {
        loaded += bytes;
        const percent = Math.min(99, Math.floor((100 * loaded) / settings.bytes));
        if (percent >= told + 5) this.#tell("loading", say("runtime.loading_percent", { percent: (told = percent) }));
      });
      this.#compiled = python.compiled;
      this.restored = python.restored;
      this.#tell("ready", say("runtime.ready"));
      this.#prepare(python);
      return python;
    }

    // What makes the next start fast: memory kept on this device, and a second worker that waits.
    async #prepare(python) {
      await wait(LATER);
      if (this.#kept) python.keep(this.#kept);
      if (this.#spare || navigator.connection?.saveData || navigator.deviceMemory <= 2) return;
      await wait(LATER);
      this.#spare ??= new Python().start(this.#kept, this.#compiled).catch(() => null);
    }

    async #answer(message) {
      for (const last of [false, true]) {
        const python = await this.start().catch(() => Promise.reject(new Error(this.message)));
        try {
          this.#tell("marking", say("runtime.marking"));
          const { answer, memory } = await python.ask(message, LIMIT);
          this.#tell("ready", say("runtime.ready"));
          if (memory > MOST_MEMORY) this.#replace(python);
          return answer;
        } catch (error) {
          // Python that stopped itself is well, and would take as long again.
          const late = error.cause?.late;
          if (!late) this.#fail(python);
          this.#tell(late ? "ready" : "idle", say(late || last ? "runtime.gave_up" : "runtime.restarting"));
          if (late) break;
        }
      }
      throw new Error(say("runtime.gave_up"));
    }

    // A worker that failed may have begun from memory that is at fault: it is not used again.
    #fail(python) {
      try {
        if (this.#kept) indexedDB.deleteDatabase(this.#kept.database);
      } catch {
        // Where nothing may be kept, nothing is.
      }
      this.#kept = null;
      this.#replace(python);
    }

    #replace(python) {
      python.end();
      const spare = this.#spare;
      this.#python = this.#spare = null;
      if (!spare) return;
      this.#python = spare.then((other) => other ?? this.#start());
      this.#python.then((other) => this.#prepare(other)).catch(() => (this.#python = null));
    }

    #tell(state, message) {
      this.state = state;
      this.message = message;
      this.dispatchEvent(new Event("change"));
    }
  }

  const grader = new Grader();
  globalThis.secondChance = { settings, say, grader };

  // A page that is seen gets ready unasked, unless every byte counts. From file:// it loads seven megabytes of scripts for
  // that, and is painted first.
  const start = () => grader.start().catch(() => {});
  const { saveData, effectiveType = "" } = navigator.connection ?? {};
  if (!saveData && !effectiveType.includes("2g")) {
    if (copied || document.hidden) requestAnimationFrame(() => setTimeout(start));
    else start();
  }
}
