// On file:// a worker cannot be started by its address. Material's search does so; here it gets the same program from a
// script and a Blob. Everywhere else, and for workers made from a Blob, the browser's own Worker is used.
if (location.protocol === "file:") {
  const script = document.currentScript;
  const NativeWorker = window.Worker;
  window.Worker = class Worker extends EventTarget {
    constructor(url, options) {
      if (String(url).startsWith("blob:")) return new NativeWorker(url, options);
      super();
      this.waiting = [];
      const program = document.createElement("script");
      program.src = new URL("../search/search_worker.js", script.src).href;
      program.onload = () => this.begin();
      document.head.append(program);
    }

    begin() {
      const url = URL.createObjectURL(new Blob([window.searchWorker], { type: "text/javascript" }));
      this.worker = new NativeWorker(url);
      this.worker.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }));
      for (const message of this.waiting) this.worker.postMessage(message);
    }

    postMessage(message) {
      if (this.worker) this.worker.postMessage(message);
      else this.waiting.push(message);
    }

    terminate() {
      this.worker?.terminate();
    }
  };
}
