// What Material's search lacks. It starts a worker of its own, so that its Worker is where to add it; other workers are
// left alone.
{
  const script = document.currentScript;
  const NativeWorker = window.Worker;
  const QUERY = 2;
  // Search takes every word for the beginning of others: "I" would find "injury", and "me" would find "method".
  const EMPTY = new Set(
    `a about am an and any are as at be been but by can can't could did do does doesn't don't for from get got had has
    have he her him his how i i'm if in is isn't it it's its me my not of on or our out she should so something that the
    their them then there they this to up us was we were what when which who will with won't would you your`.split(/\s+/));

  const telling = (message) => {
    if (message?.type !== QUERY) return message;
    const words = message.data.split(/\s+/);
    const left = words.filter((word) => !EMPTY.has(word.toLowerCase().replaceAll("’", "'").replace(/[?!.,]+$/, "")));
    return { ...message, data: (left.length ? left : words).join(" ") };
  };

  // When the search is to begin: where Python starts too, once that is done, or somebody goes to the search.
  const wanted = () =>
    new Promise((resolve) => {
      const grader = globalThis.secondChance?.grader;
      if (!grader || new URLSearchParams(location.search).has("q")) return resolve();
      grader.addEventListener("change", () => ["ready", "failed"].includes(grader.state) && resolve());
      addEventListener("focusin", ({ target }) => target.matches?.(".md-search__input") && resolve());
      setTimeout(resolve, 10_000);
    });

  // On file:// a worker cannot be started by its address; there it gets the same program from a script and a Blob.
  const packed = () =>
    new Promise((resolve) => {
      const program = document.createElement("script");
      program.src = new URL("../search/search_worker.js", script.src).href;
      program.onload = () => resolve(URL.createObjectURL(new Blob([window.searchWorker], { type: "text/javascript" })));
      document.head.append(program);
    });

  class SearchWorker extends EventTarget {
    constructor(url) {
      super();
      this.waiting = [];
      wanted().then(() => this.begin(url));
    }

    async begin(url) {
      this.worker = new NativeWorker(location.protocol === "file:" ? await packed() : url);
      this.worker.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }));
      for (const message of this.waiting) this.worker.postMessage(message);
    }

    postMessage(message) {
      if (this.worker) this.worker.postMessage(telling(message));
      else this.waiting.push(telling(message));
    }

    terminate() {
      this.worker?.terminate();
    }
  }

  window.Worker = new Proxy(NativeWorker, {
    construct(_, [url, options]) {
      if (!/\/search\.[^/]*\.js$/.test(String(url))) return new NativeWorker(url, options);
      return new SearchWorker(url);
    },
  });
}
