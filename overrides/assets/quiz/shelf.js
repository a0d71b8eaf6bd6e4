// This handbook's entries in the localStorage of the page that runs this: a page of the handbook, or the hub.
// Nothing here throws: storage that is denied or full keeps nothing.
class Shelf {
  #top;

  constructor(handbook) {
    this.#top = `${handbook}/`;
  }

  // All that is kept, as {key: text}.
  entries() {
    try {
      const own = Object.entries(localStorage).filter(([name]) => name.startsWith(this.#top));
      return Object.fromEntries(own.map(([name, text]) => [name.slice(this.#top.length), text]));
    } catch {
      return {};
    }
  }

  // Keeps a text, or removes what was kept if it is null. Gives whether that worked.
  write(key, text) {
    try {
      if (text === null) localStorage.removeItem(this.#top + key);
      else localStorage.setItem(this.#top + key, text);
      return true;
    } catch {
      return false;
    }
  }

  // Tells what other pages change: {key, text}, or {entries} when anything may have changed.
  watch(tell) {
    const tellAll = () => tell({ entries: this.entries() });
    addEventListener("storage", ({ key, newValue }) => {
      if (key === null) tellAll();
      else if (key.startsWith(this.#top)) tell({ key: key.slice(this.#top.length), text: newValue });
    });
    // A page that slept in the browser's memory has missed what others did.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) tellAll();
    });
  }
}
