// <quiz-form>: sends what a question's form holds to Python and shows what comes back. It does not know the kinds.
{
  const { say, grader, judgement, store, answers, markedText } = secondChance;
  const checkable = (field) => field.type === "radio" || field.type === "checkbox";
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  class Question {
    constructor(section, quiz) {
      this.quiz = quiz;
      this.id = section.dataset.question;
      this.version = section.dataset.version;
      this.section = section;
      this.form = section.querySelector("form");
      this.output = section.querySelector(".question-marks");
      this.points = section.querySelector(".question-points");
      this.button = section.querySelector(".question-check");
      this.data = JSON.parse(section.querySelector(".question-data").textContent);
      this.checkText = this.button.textContent;
      this.kept = null;
      // Counts what changes the answer, so that marks which come too late are known.
      this.turn = 0;
      // Somebody may have begun before this script ran.
      const begun = this.#state();
      this.form.reset();
      this.untouched = this.#state();
      section.querySelector(".question-actions").hidden = false;
      this.explanations = section.querySelector(".question-explanations");
      this.#hints();
      this.#restore();
      this.#resume(begun);
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (this.again) this.#tryAgain();
        else this.#check();
      });
      this.form.addEventListener("input", () => this.#edited());
      this.form.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
      });
    }

    get key() {
      return answers.key(this.quiz.id, this.id);
    }

    get fields() {
      return [...this.form.elements].filter((field) => field.name === "answer");
    }

    get done() {
      return Boolean(this.kept?.marks?.done || this.#settled);
    }

    // Whether the learner's own judgement closes what the marker left open.
    get #settled() {
      return Boolean(this.kept?.marks && judgement.settles(this.kept.marks, this.kept.judgements ?? {}));
    }

    get answer() {
      return this.fields.filter((field) => !checkable(field) || field.checked).map((field) => field.value);
    }

    // Offers what is written about this question: once it has been tried, or when nothing can be marked.
    explain(tried = true) {
      this.explanations.classList.toggle("untried", !tried);
      this.explanations.inert = !tried;
    }

    reset() {
      answers.remove(this.quiz.id, this.id);
      this.#clear();
    }

    // Shows what another page has made of this question; what a page of another version keeps is left to that page.
    follow() {
      if (!store.has(this.key)) return this.#clear();
      if (!answers.get(this.quiz.id, this.id, this.version)) return;
      this.turn++;
      this.#restore();
    }

    #clear() {
      this.turn++;
      this.kept = null;
      for (const field of this.fields) field.disabled = false;
      this.#apply(this.untouched);
      this.#show(null);
      this.explanations.open = false;
      this.#hideHints();
    }

    #state() {
      return this.fields.map((field) => (checkable(field) ? field.checked : field.value));
    }

    #apply(state) {
      const list = this.form.querySelector("sortable-list");
      if (list) return list.arrange(state);
      this.fields.forEach((field, number) => {
        if (checkable(field)) field.checked = state[number] === true;
        else field.value = state[number] ?? "";
      });
    }

    #keep(change) {
      this.kept = { ...this.kept, version: this.version, state: this.#state(), ...change };
      answers.put(this.quiz.id, this.id, this.kept);
      this.quiz.update();
    }

    #restore() {
      this.kept = answers.get(this.quiz.id, this.id, this.version);
      if (!this.kept) return this.#show(null);
      this.output.setAttribute("aria-live", "off");
      try {
        this.#apply(this.kept.state);
        this.#show(this.kept.marks ?? null);
      } catch {
        // Whatever was kept there, this page did not write it.
        this.reset();
      }
      setTimeout(() => this.output.setAttribute("aria-live", "polite"));
    }

    // Takes up what was begun before the kept answer was here: text goes below the kept text, and a kept tick stands.
    #resume(begun) {
      if (this.done || String(begun) === String(this.untouched)) return;
      const { fields, untouched } = this;
      const both = (kept, number) => {
        const text = fields[number].matches("textarea, input:not([type])") ? begun[number] : "";
        return text === untouched[number] || kept.includes(text) ? kept : `${kept}\n\n${text}`.trim();
      };
      this.#apply(this.kept ? this.#state().map(both) : begun);
      this.#edited();
    }

    #edited() {
      this.turn++;
      if (this.again) this.#ready();
      this.#keep({ edited: true });
    }

    async #check() {
      if (this.busy) return;
      this.busy = true;
      this.button.setAttribute("aria-disabled", "true");
      const { turn, answer } = this;
      this.#keep({});
      const waiting = () => this.#say(grader.message ?? say("runtime.loading"), "waiting");
      grader.addEventListener("change", waiting);
      if (grader.state !== "ready") waiting();
      try {
        const marks = await grader.ask("mark", { section: this.data, answer }).finally(() => grader.removeEventListener("change", waiting));
        if (turn === this.turn) {
          const reply = answer.join(" ");
          // Judgements are about these words, and go with them.
          const judgements = this.kept?.marks?.reply === reply ? this.kept.judgements : undefined;
          this.#keep({ edited: false, marks: { ...marks, reply }, judgements });
          this.#show(this.kept.marks);
        } else {
          this.#say(this.kept ? say("question.changed") : "", "waiting");
        }
      } catch (error) {
        this.#say(error.message, "failed");
        this.explain();
        this.explanations.open = true;
      } finally {
        this.busy = false;
        this.button.removeAttribute("aria-disabled");
      }
    }

    // One sentence about the answer, announced; the points of an earlier answer go.
    #say(text, kind) {
      this.output.replaceChildren(make("p", `marks-${kind}`, text));
      this.points.replaceChildren();
    }

    #show(marks) {
      this.section.classList.toggle("done", this.done);
      this.#ready();
      for (const item of this.form.querySelectorAll("[data-item]")) delete item.dataset.met;
      this.explain(Boolean(marks));
      // What the fieldset holds had the focus, and is about to be out of reach.
      if (marks?.done && document.activeElement.closest("fieldset")?.form === this.form) this.button.focus();
      for (const fieldset of this.form.querySelectorAll("fieldset")) fieldset.disabled = marks?.done ?? false;
      if (!marks) {
        this.output.replaceChildren();
        this.points.replaceChildren();
        return;
      }
      this.#summarise(marks);
      const points = make("ol", "points");
      for (const point of marks.points) points.append(this.#point(point, marks));
      this.points.append(...[this.#markedReply(marks), marks.points.length ? points : null].filter(Boolean));
      for (const point of marks.points) {
        const item = this.#item(point.at);
        if (item) item.dataset.met = point.met;
      }
      this.again = !marks.done && !this.kept.edited && this.#wrong(marks).length > 0;
      if (this.again) this.button.textContent = say("question.again");
    }

    #summarise(marks) {
      const text = this.#settled ? say("reply.own") : marks.summary;
      if (this.output.textContent !== text) this.output.replaceChildren(make("p", "marks-summary", text));
      this.output.firstChild.dataset.met = this.done ? "yes" : "no";
    }

    #item(at) {
      return at ? this.form.querySelector(`[data-item="${CSS.escape(at)}"]`) : null;
    }

    #fieldsOf(marks, met) {
      const items = marks.points.filter((point) => point.met === met).map((point) => this.#item(point.at));
      return items.flatMap((item) => [...(item?.querySelectorAll("[name=answer]") ?? [])]);
    }

    #wrong(marks) {
      return this.#fieldsOf(marks, "no").filter((field) => field.type !== "hidden");
    }

    // Clears what was not right and keeps the rest out of reach, so that only the open part is tried again.
    #tryAgain() {
      const { marks } = this.kept;
      const wrong = this.#wrong(marks);
      for (const field of wrong) {
        if (checkable(field)) field.checked = false;
        else field.value = "";
      }
      for (const field of this.#fieldsOf(marks, "yes")) field.disabled = true;
      this.#ready();
      this.#keep({});
      (wrong.find((field) => !field.disabled) ?? this.button).focus();
    }

    #ready() {
      this.again = false;
      this.button.textContent = this.checkText;
    }

    #point(point, marks) {
      const { reply } = marks;
      const entry = make("li", "point");
      entry.dataset.met = point.met;
      // Words that are there and harm are to be mended; a thing that was not found is only not there yet.
      entry.append(make("strong", "point-met", say(`point.${point.met === "no" && point.quote ? "mend" : point.met}`)));
      const label = this.#item(point.at)?.querySelector("[data-label]");
      if (label) entry.append(Object.assign(label.cloneNode(true), { className: "point-label" }));
      if (point.text) entry.append(make("p", "point-text", point.text));
      if (point.quote) entry.append(make("q", "point-quote", reply.slice(...point.quote)));
      const why = point.at && this.section.querySelector(`[data-why="${CSS.escape(point.at)}"]`);
      if (why && (why.dataset.only ?? point.met) === point.met) {
        const copy = why.cloneNode(true);
        delete copy.dataset.why;
        copy.querySelector(".explanation-of")?.remove();
        entry.append(copy);
      }
      const judge = (judged) => this.#judge(point, marks, judged, entry);
      const controls = judgement.controls(point, marks, this.kept?.judgements?.[point.at], judge);
      if (controls) entry.append(controls);
      return entry;
    }

    #judge(point, marks, judged, entry) {
      const { [point.at]: _, ...judgements } = this.kept.judgements ?? {};
      if (judged) judgements[point.at] = judged;
      this.#keep({ judgements });
      this.section.classList.toggle("done", this.done);
      this.#summarise(marks);
      const again = this.#point(point, marks);
      entry.replaceWith(again);
      again.querySelector(".judgement button")?.focus();
    }

    // The learner's words with each quoted part numbered as in the list of points.
    #markedReply({ reply, points }) {
      const found = points.map((point, number) => ({ ...point, label: `${number + 1} ${point.label}`.trim() }));
      const quoted = found.filter((point) => point.quote);
      return quoted.length ? markedText(reply, quoted, say("reply.marked")) : null;
    }

    #hints() {
      const hints = this.section.querySelector(".question-hints");
      const entries = [...hints.querySelectorAll("li")];
      const button = this.section.querySelector(".question-hint");
      hints.open = true;
      hints.setAttribute("aria-live", "polite");
      this.#hideHints();
      button.addEventListener("click", () => {
        const shown = entries.filter((entry) => !entry.hidden).length;
        if (shown === entries.length) return;
        hints.hidden = false;
        entries[shown].hidden = false;
        const last = shown + 1 === entries.length;
        button.setAttribute("aria-disabled", String(last));
        button.textContent = last ? say("question.hints_all") : say("question.hint_next", { shown: shown + 1, all: entries.length });
      });
    }

    #hideHints() {
      const button = this.section.querySelector(".question-hint");
      this.section.querySelector(".question-hints").hidden = true;
      for (const entry of this.section.querySelectorAll(".question-hints li")) entry.hidden = true;
      button.setAttribute("aria-disabled", "false");
      button.textContent = say("question.hint");
    }
  }

  class QuizForm extends HTMLElement {
    questions = [];

    connectedCallback() {
      this.id ||= `quiz-${this.dataset.quiz}`;
      this.state = this.querySelector(".quiz-state");
      this.querySelector(".quiz-noscript").remove();
      grader.addEventListener("change", () => this.#tell());
      store.ready.then(() => this.#begin());
      // A touch is a wish to answer.
      const start = () => grader.start().catch(() => {});
      this.addEventListener("focusin", start, { once: true });
      this.addEventListener("pointerdown", start, { once: true });
    }

    #begin() {
      const quiz = { id: this.dataset.quiz, update: () => this.#update() };
      this.questions = [...this.querySelectorAll(".question")].map((section) => new Question(section, quiz));
      this.querySelector(".quiz-footer").hidden = false;
      this.querySelector(".quiz-judgements").addEventListener("click", () => judgement.save());
      this.querySelector(".quiz-reset").addEventListener("click", () => this.#reset());
      store.addEventListener("change", ({ detail: key }) => {
        this.questions.find((question) => question.key === key)?.follow();
        this.#update();
      });
      this.#update();
      // It may have begun, or failed, before this was here.
      if (grader.message) this.#tell();
    }

    #update() {
      const done = this.questions.filter((question) => question.done).length;
      const all = this.questions.length;
      this.querySelector(".quiz-progress").textContent = say("quiz.progress", { done, all });
      this.#judgements();
      if (!store.works) this.#note(say("runtime.storage"));
    }

    #tell() {
      // Getting ready is no news to somebody who is reading; a failure is, and is announced.
      this.state.role = grader.state === "failed" ? "status" : null;
      this.#note(grader.message);
      this.state.dataset.state = grader.state;
      if (grader.state === "failed") for (const question of this.questions ?? []) question.explain();
    }

    #judgements() {
      const count = judgement.count();
      const save = this.querySelector(".quiz-judgements");
      save.hidden = !count;
      save.textContent = say("quiz.judgements", { count });
    }

    #note(text) {
      this.state.textContent = text;
    }

    #reset() {
      if (!confirm(say("quiz.reset_sure"))) return;
      for (const question of this.questions) question.reset();
      this.#update();
      this.#note(say("quiz.reset_done"));
    }
  }
  customElements.define("quiz-form", QuizForm);
}
