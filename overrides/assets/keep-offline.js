// <keep-offline> keeps the handbook on this device if the reader asks for it, and <newer-version> says when a newer one is
// ready. overrides/service-worker.js does the keeping. Where there can be none, both stay hidden.
{
  const top = new URL("..", document.currentScript.src).href;
  const program = `${top}service-worker.js`;
  const workers = location.protocol.startsWith("http") && isSecureContext ? navigator.serviceWorker : undefined;

  // Not in the page itself, because on file:// a browser complains of it.
  if (workers) document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: `${top}manifest.webmanifest` }));

  // This handbook's own: on a host with several, the nearest may be another's.
  const own = async () => {
    const found = await workers.getRegistration(top);
    return found?.scope === top ? found : undefined;
  };

  const show = (element, state) => {
    const held = element.contains(document.activeElement);
    for (const part of element.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(state);
    element.hidden = false;
    if (held) (element.querySelector("button:not([hidden])") ?? element).focus();
  };

  class KeepOffline extends HTMLElement {
    async connectedCallback() {
      // Nothing is asked for in a private window that keeps nothing.
      if (!workers || !(await caches.keys().catch(() => null))) return;
      this.store = `${this.dataset.handbook} ${top}`;
      for (const button of this.querySelectorAll(".offline-keep")) button.addEventListener("click", () => this.keep());
      this.querySelector(".offline-remove").addEventListener("click", () => this.#remove());
      workers.addEventListener("message", ({ data, source }) => source.scriptURL === program && this.#tell(data));
      document.addEventListener("visibilitychange", () => document.hidden || this.#look());
      this.#look();
    }

    async keep() {
      this.#tell({ state: "keeping" });
      // Never awaited: some browsers ask the reader first, and some never answer.
      navigator.storage?.persist?.().catch(() => {});
      const active = (await own())?.active;
      if (active) return active.postMessage("keep");
      try {
        this.#watch(await workers.register(program));
      } catch {
        this.#tell({ state: "network" });
      }
    }

    async #look() {
      const registration = await own();
      if (registration?.active) registration.active.postMessage("state");
      else if (registration?.installing) this.#watch(registration);
      // What is there without its worker was left by a try that stopped.
      else this.#tell({ state: (await caches.has(this.store)) ? "network" : "offered" });
    }

    #watch({ installing }) {
      this.#tell({ state: "keeping" });
      installing?.addEventListener("statechange", () => {
        if (installing.state === "redundant" && this.state === "keeping") this.#tell({ state: "network" });
      });
    }

    async #remove() {
      await (await own())?.unregister();
      await caches.delete(this.store);
      this.#tell({ state: "offered" });
    }

    #tell({ state, done, all, file }) {
      const progress = this.querySelector("progress");
      if (all) Object.assign(progress, { max: all, value: done });
      else progress.removeAttribute("value");
      if (file) this.querySelector(".offline-file").textContent = file;
      if (state !== this.state) show(this, state);
      this.state = state;
    }
  }

  class NewerVersion extends HTMLElement {
    #chosen = false;

    async connectedCallback() {
      if (!workers) return;
      let before = workers.controller;
      workers.addEventListener("controllerchange", () => {
        if (this.#chosen) location.reload();
        else if (before?.scriptURL === program) this.#say("replaced");
        before = workers.controller;
      });
      this.querySelector(".newer-later").addEventListener("click", () => (this.hidden = true));
      // Settles when there is a worker to watch, which for most readers is never.
      const registration = await workers.ready;
      if (registration.scope !== top) return;
      const look = () => registration.waiting && this.#say("ready");
      const watch = () => registration.installing?.addEventListener("statechange", look);
      registration.addEventListener("updatefound", watch);
      watch();
      look();
      for (const button of this.querySelectorAll(".newer-use")) {
        button.addEventListener("click", () => {
          if (!registration.waiting) return location.reload();
          this.#chosen = true;
          registration.waiting.postMessage("use");
        });
      }
    }

    #say(state) {
      show(this, state);
    }
  }

  customElements.define("keep-offline", KeepOffline);
  customElements.define("newer-version", NewerVersion);
  addEventListener("appinstalled", () => document.querySelector("keep-offline")?.keep());
}
