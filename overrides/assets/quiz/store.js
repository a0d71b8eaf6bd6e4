// What this device remembers for the handbook, the same for all of its pages: small values by key, and a learner's
// answers among them. Nothing here throws: a store that is full, denied or corrupt only keeps less.
{
  // A reader waits this long for a hub that may never answer.
  const HUB_LIMIT = 5_000;
  const HUB = new URL("hub.html", document.currentScript.src).href;
  const own = new Shelf(secondChance.settings.handbook);

  // Sends "change" when another page has changed what is kept, with its key as the detail, and when `works` changes.
  class Store extends EventTarget {
    // Whether what was last put is kept.
    works = true;
    #texts = new Map();
    // What the hub has not confirmed: a page that is left at once may take its last words with it.
    #unsent = new Map();
    #write;
    // Settles when what is kept is known: at once, or on file:// when the hub has answered.
    ready = this.#open();

    // What was put under this key, or null if there is nothing, or nothing readable.
    get(key) {
      try {
        return JSON.parse(this.#texts.get(key) ?? null);
      } catch {
        return null;
      }
    }

    has(key) {
      return this.#texts.has(key);
    }

    keys() {
      return [...this.#texts.keys()];
    }

    put(key, value) {
      const text = JSON.stringify(value);
      this.#texts.set(key, text);
      this.#write(key, text);
    }

    remove(key) {
      this.#texts.delete(key);
      this.#write(key, null);
    }

    async #open() {
      // Where all pages on file:// have one storage, as in Chromium, the hub's own entry shows it from the second page on.
      if (location.protocol !== "file:" || "hub" in own.entries()) return this.#openOwn();
      try {
        await this.#openHub();
        this.#takeOver();
      } catch {
        own.write("taken", null);
        this.#openOwn();
      }
    }

    #openOwn() {
      this.#write = (key, text) => this.#worked(own.write(key, text));
      this.#hear({ entries: own.entries() });
      own.watch((news) => this.#hear(news));
      this.#resend();
    }

    async #openHub() {
      const frame = Object.assign(document.createElement("iframe"), { hidden: true, src: HUB });
      this.#write = (key, text) => {
        this.#unsent.set(key, text);
        this.#keepUnsent();
        frame.contentWindow.postMessage({ key, text }, "*");
      };
      try {
        await new Promise((resolve, reject) => {
          setTimeout(reject, HUB_LIMIT);
          addEventListener("message", ({ source, data }) => {
            if (!source || source !== frame.contentWindow) return;
            if ("works" in data) this.#confirmed(data);
            else if (data.entries || "key" in data) resolve(this.#hear(data));
            else reject();
          });
          document.body.append(frame);
        });
        this.#resend();
      } catch (error) {
        frame.remove();
        throw error;
      }
    }

    #confirmed({ works, key, text }) {
      if (this.#unsent.get(key) === text) this.#unsent.delete(key);
      this.#keepUnsent();
      this.#worked(works);
    }

    #keepUnsent() {
      own.write("unsent", this.#unsent.size ? JSON.stringify([...this.#unsent]) : null);
    }

    // Puts again what an earlier visit could not send.
    #resend() {
      let unsent = [];
      try {
        unsent = JSON.parse(own.entries().unsent ?? "[]");
      } catch {
        // What cannot be read cannot be sent.
      }
      own.write("unsent", null);
      for (const [key, text] of unsent) {
        this.#changed(`${key}`, text && `${text}`);
        this.#write(`${key}`, text && `${text}`);
      }
    }

    // Puts into the hub, once, what this page kept for itself while there was none. It is not removed here: the two may
    // still be one storage, and Chromium shows one page late what another has written.
    #takeOver() {
      const { taken, unsent, ...entries } = own.entries();
      if (taken) return;
      for (const [key, text] of Object.entries(entries)) {
        if (this.#texts.has(key)) continue;
        this.#texts.set(key, text);
        this.#write(key, text);
      }
      own.write("taken", "yes");
    }

    #hear({ entries, key, text }) {
      // What could not be kept is here alone.
      if (!this.works) return;
      if (!entries) return this.#changed(key, text);
      for (const key of new Set([...this.keys(), ...Object.keys(entries)])) this.#changed(key, entries[key] ?? null);
    }

    #changed(key, text) {
      if ((this.#texts.get(key) ?? null) === text) return;
      if (text === null) this.#texts.delete(key);
      else this.#texts.set(key, text);
      this.dispatchEvent(new CustomEvent("change", { detail: key }));
    }

    #worked(works) {
      if (works === this.works) return;
      this.works = works;
      this.dispatchEvent(new CustomEvent("change"));
    }
  }

  const store = new Store();
  const TOP = "answers/";
  const answers = {
    key: (quiz, question) => `${TOP}${quiz}/${question}`,

    // What was put for this question, or null if there is nothing, or nothing readable, or it is of another version.
    get(quiz, question, version) {
      const kept = store.get(this.key(quiz, question));
      return Array.isArray(kept?.state) && kept.version === version ? kept : null;
    },

    // Everything readable that is kept, as [quiz, question, kept].
    all() {
      const keys = store.keys().filter((key) => key.startsWith(TOP));
      const all = keys.map((key) => [...key.slice(TOP.length).split("/"), store.get(key)]);
      return all.filter(([, , kept]) => Array.isArray(kept?.state));
    },

    put(quiz, question, kept) {
      store.put(this.key(quiz, question), kept);
    },

    remove(quiz, question) {
      store.remove(this.key(quiz, question));
    },
  };

  Object.assign(secondChance, { store, answers });
}
