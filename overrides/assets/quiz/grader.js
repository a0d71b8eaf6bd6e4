// Python for the page: starts the worker, asks it one thing at a time, and replaces it when it dies or runs away.
// `secondChance.grader.mark(section, answer)` promises the marks; it rejects with a sentence for the learner.
{
  // A slow line may take minutes over ten megabytes; a worker that has them all takes seconds.
  const LOAD_LIMIT = 600_000;
  const START_LIMIT = 60_000;
  const MARK_LIMIT = 5_000;
  const settings = JSON.parse(document.getElementById("second-chance").textContent);

  const say = (key, fields = {}) =>
    (settings.words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => fields[name] ?? whole);

  const loading = new Map();
  const loadScript = (url) => {
    if (!loading.has(url)) loading.set(url, load(url).catch((error) => (loading.delete(url), Promise.reject(error))));
    return loading.get(url);
  };

  const load = (url) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url;
      script.onload = resolve;
      script.onerror = () => reject(new Error(say("runtime.missing", { file: url.split("/").pop().split("?")[0] })));
      document.head.append(script);
    });

  const decode = (text) =>
    Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

  // The packed files stay where their scripts put them, so that a new worker can start without loading them again.
  const unpack = async (name) => {
    if (!globalThis.secondChanceFiles?.[name]) await loadScript(settings.files[name]);
    const packed = new Blob([decode(globalThis.secondChanceFiles[name])]);
    return new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  };

  // Rejects when the promise has not settled in time: a runtime that cannot load may otherwise never say so.
  const within = (limit, promise) => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(say("runtime.timeout"))), limit);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  };

  class Grader extends EventTarget {
    state = "idle";
    #started = null;
    #worker = null;
    #last = Promise.resolve();

    // Settles when Python is ready. Several calls are one start; after a failure the next call tries again.
    start() {
      this.#started ??= this.#start().catch((error) => {
        this.#stop();
        this.#tell("failed", say("runtime.failed", { reason: error.message }));
        throw error;
      });
      return this.#started;
    }

    // One request at a time, in the order of the calls. A worker that does not answer is replaced and asked once more.
    mark(section, answer) {
      const request = JSON.stringify({ section, answer });
      const marks = this.#last.then(() => this.#ask(request));
      this.#last = marks.catch(() => {});
      return marks;
    }

    async #start() {
      this.#tell("loading", say("runtime.loading"));
      const names = ["program", "wasm", "stdlib", "grader", "marker"];
      const [program, wasm, stdlib, grader, marker] = await within(LOAD_LIMIT, Promise.all(names.map(unpack)));
      const url = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
      try {
        this.#worker = new Worker(url);
        const files = { wasm, stdlib, grader, marker };
        await within(START_LIMIT, this.#post({ files }, Object.values(files)));
      } catch (error) {
        throw error.cause === "worker" ? new Error(say("runtime.blocked", { detail: error.message })) : error;
      } finally {
        URL.revokeObjectURL(url);
      }
      this.#tell("ready", say("runtime.ready"));
    }

    async #ask(request) {
      for (const last of [false, true]) {
        await this.start().catch(() => Promise.reject(new Error(this.message)));
        try {
          this.#tell("marking", say("runtime.marking"));
          const { marks } = await within(MARK_LIMIT, this.#post({ request }));
          this.#tell("ready", say("runtime.ready"));
          return marks;
        } catch (error) {
          console.error(error);
          this.#stop();
          this.#tell("idle", say(last ? "runtime.gave_up" : "runtime.restarting"));
        }
      }
      throw new Error(say("runtime.gave_up"));
    }

    #post(message, transfer = []) {
      return new Promise((resolve, reject) => {
        const fail = (text) => reject(new Error(text, { cause: "worker" }));
        this.#worker.onmessage = ({ data }) => (data.error ? fail(data.error) : resolve(data));
        this.#worker.onerror = (event) => fail(event.message || "worker");
        this.#worker.postMessage(message, transfer);
      });
    }

    #stop() {
      this.#worker?.terminate();
      this.#worker = this.#started = null;
    }

    #tell(state, message) {
      this.state = state;
      this.message = message;
      this.dispatchEvent(new Event("change"));
    }
  }

  globalThis.secondChance = { settings, say, grader: new Grader() };
}
