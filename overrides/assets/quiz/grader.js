// Python for the page: starts a worker, asks it one thing at a time, and replaces it when it dies or runs away. Over
// http(s) all pages of a visit share a worker where the browser can, so that Python runs already on the next page.
// `secondChance.grader.ask(name, request)` promises what the function of that name in grader/browser.py answers; it
// rejects with a sentence for the learner.
{
  // A slow line may take minutes over six megabytes, but some of them come in all the time.
  const SILENCE = 60_000;
  // Python stops itself before (DEADLINE in worker.js) where it can.
  const LIMIT = 5_000;
  // A shared worker that another page has sent into an endless call says nothing to anybody.
  const GREETING = 10_000;
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

  // Workers that pages share have numbers. The device's store tells every page which of them have not been given up.
  const NUMBER = `${settings.handbook}/worker`;
  const number = () => {
    try {
      return Number(localStorage.getItem(NUMBER)) || 0;
    } catch {
      return 0;
    }
  };
  const giveUp = (failed) => {
    try {
      if (failed >= number()) localStorage.setItem(NUMBER, failed + 1);
    } catch {
      // Where nothing may be kept, the other pages find out by themselves.
    }
  };

  // One worker, asked one thing at a time.
  class Python {
    #port;
    #end;

    // `shared`: its number if pages share it, else null.
    constructor(shared) {
      this.shared = shared;
    }

    // Settles when Python is ready. `kept` as in worker.js; `loaded` is called with bytes as they come in.
    async start(kept, loaded) {
      const { url, files } = await sources();
      try {
        const greeting = this.#open(url);
        return Object.assign(this, await this.ask({ files, kept }, { silence: SILENCE, greeting, loaded }));
      } catch (error) {
        if (this.shared === null) this.end();
        throw error;
      } finally {
        URL.revokeObjectURL(url);
      }
    }

    // How long it may take to say its first word.
    #open(url) {
      if (this.shared === null) {
        const worker = (this.#port = new Worker(url));
        this.#end = () => worker.terminate();
        return SILENCE;
      }
      const name = `${settings.handbook} ${settings.version} ${this.shared}`;
      const worker = new SharedWorker(url, { name, extendedLifetime: true });
      this.#port = worker.port;
      worker.onerror = (event) => this.#port.onerror(event);
      // It cannot be terminated, and closes when Python returns.
      this.#end = () => this.#port.postMessage({ end: true });
      return GREETING;
    }

    // Rejects when nothing has been heard for so many milliseconds: what cannot load may otherwise never say so. An error
    // whose cause is `mute` comes from a worker that has not said a word.
    ask(message, { silence, greeting = silence, loaded = () => {} }) {
      return new Promise((resolve, reject) => {
        let timer;
        let mute = true;
        const settle = (end, outcome) => {
          clearTimeout(timer);
          end(outcome);
        };
        const listen = (most) => {
          clearTimeout(timer);
          timer = setTimeout(() => settle(reject, new Error(say("runtime.timeout"), { cause: { mute } })), most);
        };
        const fail = ({ error, file, late }) => {
          console.error(error);
          const reason = file ? say("runtime.incomplete", { file }) : say("runtime.blocked", { detail: error });
          settle(reject, new Error(reason, { cause: { late, mute } }));
        };
        this.#port.onmessage = ({ data }) => {
          mute = false;
          listen(silence);
          if (data.loaded !== undefined) loaded(data.loaded);
          else if (data.error) fail(data);
          else settle(resolve, data);
        };
        this.#port.onerror = (event) => fail({ error: event.message || "worker" });
        listen(greeting);
        this.#port.postMessage(message);
      });
    }

    // Keeps the memory with which it started, if nothing has been asked of it.
    keep(kept) {
      this.#port.postMessage({ keep: kept });
    }

    end() {
      this.#end?.();
    }
  }

  class Grader extends EventTarget {
    state = "idle";
    // Whether Python began from the memory that an earlier start left on this device.
    restored = false;
    #python = null;
    #spare = null;
    #sharing = !copied && "SharedWorker" in globalThis;
    #number = number();
    #last = Promise.resolve();
    // On file://, Firefox gives every page a store of its own, and each would keep its own 25 MB.
    #kept = copied && !globalThis.chrome ? null : { database: `${settings.handbook}/memory`, version: `${settings.version} ${navigator.userAgent}` };

    constructor() {
      super();
      addEventListener("online", () => this.state === "failed" && this.start().catch(() => {}));
    }

    // Settles when Python is ready. Several calls are one start; after a failure the next call tries again.
    start() {
      // Another page has given up the worker that they shared.
      if (this.#sharing && this.#number < number()) this.#replace();
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
      const python = await this.#open(this.#number, (bytes) => {
        loaded += bytes;
        const percent = Math.min(99, Math.floor((100 * loaded) / settings.bytes));
        if (percent >= told + 5) this.#tell("loading", say("runtime.loading_percent", { percent: (told = percent) }));
      });
      this.restored = python.restored;
      this.#tell("ready", say("runtime.ready"));
      this.#prepare(python);
      return python;
    }

    // A worker that pages share, or where that one says nothing, one of the page's own.
    async #open(shared, loaded) {
      try {
        return await new Python(this.#sharing ? shared : null).start(this.#kept, loaded);
      } catch (error) {
        if (!this.#sharing || error.cause?.mute === false) throw error;
        this.#sharing = false;
        giveUp(shared);
        return this.#open(shared, loaded);
      }
    }

    // What makes the next start fast: a second worker that waits, and memory kept on this device by the one that is idle.
    async #prepare(python) {
      await wait(LATER);
      if (!navigator.connection?.saveData && !(navigator.deviceMemory <= 2))
        this.#spare ??= this.#open(this.#number + 1).catch(() => null);
      const idle = (await this.#spare) ?? python;
      if (this.#kept) idle.keep(this.#kept);
    }

    async #answer(message) {
      for (const last of [false, true]) {
        const python = await this.start().catch(() => Promise.reject(new Error(this.message)));
        try {
          this.#tell("marking", say("runtime.marking"));
          const { answer, memory } = await python.ask(message, { silence: LIMIT });
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

    // By the spare, if there is one. `python`: the worker that is given up, unless another page has done so.
    #replace(python) {
      python?.end();
      if (python && python.shared !== null) giveUp(python.shared);
      this.#number = Math.max(this.#number + 1, number());
      const spare = this.#spare;
      this.#python = this.#spare = null;
      if (!spare) return;
      this.#python = spare.then((other) => (other && (other.shared ?? this.#number) === this.#number ? other : this.#start()));
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
