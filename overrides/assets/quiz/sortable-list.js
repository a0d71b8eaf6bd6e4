// <sortable-list>: an <ol> whose entries are moved by buttons (data-by="-1" or "1") or by dragging with any pointer.
// It sends `input` after each move, as a field does, and tells screen readers the new place.
class SortableList extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol");
    this.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-by]");
      if (button) this.#step(button.closest("li"), Number(button.dataset.by), button);
    });
    this.list.addEventListener("pointerdown", (event) => this.#drag(event));
    this.#ends();
  }

  // Puts the entries into the order of their fields' values.
  arrange(values) {
    const place = (entry) => values.indexOf(entry.querySelector("input").value);
    this.list.append(...[...this.list.children].sort((a, b) => place(a) - place(b)));
    this.#ends();
  }

  #step(entry, by, button) {
    const other = by < 0 ? entry.previousElementSibling : entry.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(entry);
    else other.after(entry);
    this.#moved(entry);
    (button.disabled ? entry.querySelector("button:enabled") : button)?.focus();
  }

  #drag(event) {
    const entry = event.target.closest("li");
    if (!entry || event.button || event.target.closest("button, a") || this.closest("fieldset:disabled")) return;
    event.preventDefault();
    const from = [...this.list.children].indexOf(entry);
    entry.classList.add("dragged");
    // The list holds the pointer: an entry would lose it each time it is moved within the page.
    this.list.setPointerCapture(event.pointerId);
    const move = ({ clientY }) => {
      const over = [...this.list.children].find((other) => {
        const box = other.getBoundingClientRect();
        return other !== entry && clientY > box.top && clientY < box.bottom;
      });
      if (!over) return;
      if (over.compareDocumentPosition(entry) & Node.DOCUMENT_POSITION_PRECEDING) over.after(entry);
      else over.before(entry);
    };
    const end = () => {
      entry.classList.remove("dragged");
      this.list.removeEventListener("pointermove", move);
      if ([...this.list.children].indexOf(entry) !== from) this.#moved(entry);
    };
    this.list.addEventListener("pointermove", move);
    this.list.addEventListener("lostpointercapture", end, { once: true });
  }

  #moved(entry) {
    this.#ends();
    const entries = [...this.list.children];
    const fields = { item: entry.querySelector(".step-text").textContent, place: entries.indexOf(entry) + 1, all: entries.length };
    this.querySelector("[role=status]").textContent = this.dataset.moved.replace(/\{(\w+)\}/g, (_, name) => fields[name]);
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // The first entry cannot go up, nor the last one down.
  #ends() {
    for (const entry of this.list.children) {
      entry.querySelector('[data-by="-1"]').disabled = !entry.previousElementSibling;
      entry.querySelector('[data-by="1"]').disabled = !entry.nextElementSibling;
    }
  }
}
customElements.define("sortable-list", SortableList);
