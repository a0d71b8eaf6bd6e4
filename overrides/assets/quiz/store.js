// A learner's answers, kept on this device by handbook, quiz and question. Nothing here throws: a store that is full,
// denied or corrupt only keeps less, and `secondChance.store.works` says whether what was last put is kept.
{
  const { settings } = secondChance;
  const key = (quiz, question) => `${settings.handbook}/answers/${quiz}/${question}`;

  globalThis.secondChance.store = {
    works: true,

    // What was put for this question, or null if there is nothing, or nothing readable, or it is of another version.
    get(quiz, question, version) {
      try {
        const kept = JSON.parse(localStorage.getItem(key(quiz, question)));
        return kept?.version === version && Array.isArray(kept.state) ? kept : null;
      } catch {
        return null;
      }
    },

    put(quiz, question, kept) {
      try {
        localStorage.setItem(key(quiz, question), JSON.stringify(kept));
        this.works = true;
      } catch {
        this.works = false;
      }
      return this.works;
    },

    remove(quiz, question) {
      try {
        localStorage.removeItem(key(quiz, question));
      } catch {
        this.works = false;
      }
    },
  };
}
