// <role-play>: a conversation with a customer. It sends all that the learner has said to Python, which plays it from the
// beginning, and shows what the customer answers; so going back is only saying less.
{
  const { say, grader, store, debrief } = secondChance;
  const listed = (texts) => Array.isArray(texts) && texts.every((text) => typeof text === "string");

  class RolePlay extends HTMLElement {
    // {seed, turns, draft, hidden: whether the mood is, over: whether the learner ended it}; null before it has begun.
    #kept = null;
    #busy = false;
    #failed = null;
    // The lines in the log, each as [who, text].
    #lines = [];

    connectedCallback() {
      this.key = `roleplays/${this.dataset.roleplay}`;
      this.data = JSON.parse(this.#part("roleplay-data").textContent);
      this.box = this.querySelector(".turn textarea");
      this.hide = this.querySelector(".mood-switch input");
      this.#part("roleplay-noscript").remove();
      this.#listen();
      store.ready.then(() => this.#open());
    }

    #part(name) {
      return this.querySelector(`.${name}`);
    }

    #listen() {
      const press = (name, act) => this.#part(name).addEventListener("click", act);
      press("roleplay-begin", () => this.#begin());
      press("roleplay-retry", () => this.#go(...this.#failed));
      press("roleplay-reset", () => confirm(say("roleplay.reset_sure")) && this.#begin());
      press("roleplay-resume", () => this.#go({ over: false }));
      press("turn-suggest", () => this.#offer(this.#part("suggestions").hidden));
      press("turn-pause", () => this.#pause(true));
      press("pause-end", () => this.#pause(false));
      press("turn-undo", () => this.#replay(this.#kept.turns.length - 1, "roleplay.undone"));
      press("turn-stop", () => this.#go({ over: true }));
      this.#part("turn").addEventListener("submit", (event) => {
        event.preventDefault();
        this.#send();
      });
      this.box.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#part("turn").requestSubmit();
      });
      this.box.addEventListener("input", () => this.#keep({ draft: this.box.value }));
      this.hide.addEventListener("change", () => {
        this.#keep({ hidden: this.hide.checked });
        this.#hideMood();
      });
      grader.addEventListener("change", () => this.#busy && grader.state !== "ready" && this.#say(grader.message));
      store.addEventListener("change", ({ detail: key }) => key === this.key && this.#open());
      const start = () => grader.start().catch(() => {});
      this.addEventListener("focusin", start, { once: true });
      this.addEventListener("pointerdown", start, { once: true });
    }

    // Shows what is kept: from an earlier visit, or from another page. What no page of ours wrote there is passed over.
    #open() {
      const { seed, turns, draft = "", hidden = false, over = false } = store.get(this.key) ?? {};
      const ours = Number.isSafeInteger(seed) && listed(turns);
      this.#kept = ours ? { seed, turns, draft: String(draft), hidden: hidden === true, over: over === true } : null;
      this.#frame();
      if (!ours) return;
      this.box.value = this.#kept.draft;
      this.hide.checked = this.#kept.hidden;
      this.#hideMood();
      this.#part("turn").hidden = false;
      this.#go({}, { quiet: true });
    }

    // What can be seen before anything is played.
    #frame(begun = Boolean(this.#kept)) {
      this.#part("conversation").hidden = !begun;
      this.#part("roleplay-begin").hidden = begun;
      for (const name of begun ? [] : ["debrief", "roleplay-reset", "roleplay-resume"]) this.#part(name).hidden = true;
    }

    #begin() {
      const [seed] = crypto.getRandomValues(new Uint32Array(1));
      this.#frame(true);
      this.#go({ seed, turns: [], draft: "", hidden: this.hide.checked, over: false });
    }

    #send() {
      const text = this.box.value.trim();
      if (text) this.#go({ turns: [...this.#kept.turns, text], draft: "" });
      else this.#say(say("roleplay.empty"));
    }

    // Back to before a turn, with its words in the box, above what stands there already.
    #replay(turn, told = "roleplay.replayed") {
      const { turns, draft } = this.#kept;
      const words = draft.includes(turns[turn]) ? draft : `${turns[turn]}\n\n${draft}`.trim();
      this.#go({ turns: turns.slice(0, turn), draft: words, over: false }, { told: say(told, { turn: turn + 1 }) });
    }

    // Plays the conversation with this change, and keeps the change once it is played: until then nothing is lost.
    // `quiet`: the learner has done nothing, so the focus stays where it is; `told` is what they are told.
    async #go(change, { quiet = false, told = "" } = {}) {
      if (this.#busy) return;
      this.#busy = true;
      this.box.readOnly = "draft" in change;
      this.#part("roleplay-retry").hidden = true;
      if (grader.state !== "ready") this.#say(grader.message ?? say("roleplay.loading"));
      const { seed, turns, over } = { ...this.#kept, ...change };
      const request = { roleplay: this.data, seed, turns, debrief: over };
      const played = await grader.ask("play", request).catch((error) => {
        this.#failed = [change, { quiet, told }];
        this.#part("roleplay-retry").hidden = false;
        this.#say(error.message);
      });
      this.#busy = this.box.readOnly = false;
      if (!played) return;
      // A changed role-play may end sooner than it did.
      this.#kept = { ...this.#kept, ...change, turns: turns.slice(0, played.turns.length) };
      if (!quiet) this.#keep({});
      this.#show(played, quiet);
      this.#say(store.works ? told : say("runtime.storage"));
      if (!quiet) (played.debrief ? this.#part("debrief-title") : this.box).focus();
    }

    #keep(change) {
      if (!this.#kept) return;
      Object.assign(this.#kept, change);
      store.put(this.key, this.#kept);
    }

    #say(text) {
      const state = this.#part("roleplay-state");
      if (state.textContent !== text) state.textContent = text;
    }

    #show(played, quiet) {
      const { opening, start, turns, suggestions, mood, ending } = played;
      const they = (text) => (text ? [["customer", text]] : []);
      const said = turns.flatMap((each) => [["you", each.said], ...they(each.answer)]);
      this.#write([...they(opening), ...said, ...they(ending?.said)], quiet);
      this.box.value = this.#kept.draft;
      this.#part("mood").dataset.of = (turns.at(-1) ?? start).mood;
      this.#part("mood-words").textContent = say("roleplay.mood", { mood });
      this.#part("suggestions").replaceChildren(...suggestions.map(({ text }) => this.#suggestion(text)));
      this.#offer(false);
      this.#part("pause").hidden = true;
      this.#part("turn").hidden = Boolean(played.debrief);
      this.#part("turn-undo").disabled = !turns.length;
      this.#part("roleplay-reset").hidden = false;
      this.#part("roleplay-resume").hidden = !this.#kept.over;
      if (played.debrief) debrief(this.#part("debrief"), this.data, played, (turn) => this.#replay(turn));
      else this.#part("debrief").hidden = true;
    }

    // Lines that stand in the log already stay, so that only what is new is announced; on a return to the page, nothing.
    #write(lines, quiet) {
      const log = this.#part("conversation-log");
      const list = log.querySelector("ol");
      const { content } = list.querySelector("template");
      const first = lines.findIndex((line, place) => String(line) !== String(this.#lines[place]));
      const same = first < 0 ? lines.length : first;
      if (quiet) log.setAttribute("aria-live", "off");
      for (const old of [...list.querySelectorAll(".line")].slice(same)) old.remove();
      for (const [who, text] of lines.slice(same)) {
        const line = content.cloneNode(true);
        line.querySelector(".line").dataset.who = who;
        line.querySelector(".line-who").textContent = who === "you" ? say("roleplay.you") : this.data.customer;
        line.querySelector(".line-said").textContent = text;
        list.append(line);
      }
      this.#lines = lines;
      const last = [...list.querySelectorAll('[data-who="you"]')].at(-1);
      log.scrollTop = last?.offsetTop ?? 0;
      setTimeout(() => log.setAttribute("aria-live", "polite"));
    }

    #suggestion(text) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.addEventListener("click", () => {
        // What the learner wrote stays; another line takes the place of the first.
        const offered = [...this.#part("suggestions").children].map((each) => each.textContent);
        const own = ["", ...offered].includes(this.box.value.trim()) ? "" : `${this.box.value.trim()} `;
        this.box.value = own + text;
        this.#keep({ draft: this.box.value });
        this.box.focus();
      });
      return button;
    }

    #offer(open) {
      this.#part("suggestions").hidden = !open;
      this.#part("turn-suggest").setAttribute("aria-expanded", String(open));
    }

    #pause(on) {
      this.#part("pause").hidden = !on;
      this.#part("turn").hidden = on;
      (on ? this.#part("pause").querySelector("h2") : this.box).focus();
    }

    #hideMood() {
      this.#part("mood").hidden = this.hide.checked;
    }
  }
  customElements.define("role-play", RolePlay);
}
