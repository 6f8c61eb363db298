// The form of one proposal: which fields it shows, which it needs, and what can be chosen for each. Nothing here
// changes anything.

// What is new is made of a name and a kind, in fields that appear where its own field is empty.
const NEW = {
  speaker_id: ["speaker", "speaker_kind", "speakers"],
  via_id: ["via", "via_kind", "speakers"],
  event_id: ["event", "event_kind", "events"],
  place_id: ["place", "place_kind", "places"],
  actor_id: ["actor", "actor_kind", "actors"],
};
const BESIDE = {
  role: ["participants", "role"],
  other_role: ["participants", "role"],
  relation: ["relations", "relation"],
  status: ["control", "status"],
  other_status: ["control", "status"],
};
const FACTIONS = ["actor_id", "by_id", "other_id"];
const VOICES = ["speaker_id", "via_id"];

class Form {
  get item() {
    return this.items[this.at];
  }

  get known() {
    return this.view.known;
  }

  isNew(name) {
    return Object.values(NEW).some((one) => one[0] === name || one[1] === name);
  }

  // The fields of the form, in order; those of something new behind the field that names it.
  names() {
    const item = this.item;
    const names = [...this.view.fields[item.table]];
    for (const [field, [name, kind]] of Object.entries(NEW)) {
      if ((name in item.cells || kind in item.cells) && !item.cells[field]) names.splice(names.indexOf(field) + 1, 0, name, kind);
    }
    return names.filter((name) => this.has(name) && this.shown(name));
  }

  // Whether the tables have a column for a field: one that nothing needs may be left out of a corpus.
  has(name) {
    const columns = (table) => (this.known.tables[table] || { columns: [] }).columns;
    if (BESIDE[name]) return columns(BESIDE[name][0]).length > 0;
    return this.isNew(name) || name === "other_id" || columns(this.item.table).includes(name);
  }

  // A field is shown where it is needed, filled, current or has choices in the text.
  shown(name) {
    const cells = this.item.cells;
    if (this.all || cells[name] || name === this.field || this.needed(name)) return true;
    if (name === "wording" || name === "actor_id" || name === "place_id") return true;
    if (name === "unit") return (this.known.units[cells.measure] || []).length > 1;
    if (name === "counts") return (this.known.units[cells.measure] || []).length > 0;
    if (name === "role") return Boolean(cells.actor_id && (cells.event_id || cells.event_kind));
    return (this.item.fields[name] || []).length > 0 && name !== "by_id";
  }

  needed(name) {
    const item = this.item;
    const table = this.known.tables[item.table];
    if (!table) return false;
    if (["relation", "other_id"].includes(name)) return item.table === "claims" && item.cells.measure === "relation";
    if (name === "status") return item.cells.measure === "control";
    if (this.isNew(name)) return name !== "event";
    if (NEW[name] && NEW[name][1] in item.cells && !item.cells[name]) return false;
    return table.required.includes(name) && !["claim_id", "locator"].includes(name);
  }

  // What can be chosen for a field, as [value, words, rule, start, end]: what the text says first.
  choices(name) {
    const item = this.item;
    const rows = [];
    const seen = new Set();
    const offer = (value, words, rule = "", start = 0, end = 0) => {
      if (value && seen.has(value)) return;
      seen.add(value);
      rows.push([value, words, rule, start, end]);
    };
    const said = item.fields[name === "other_id" ? "actor_id" : name] || [];
    if (name === "event_id") {
      const made = this.made[`${item.locator} ${item.sentence[0]}`] || [];
      const away = (one) => Math.abs(one[2] - this.wordingAt());
      for (const one of [...(item.fields.event_kind || [])].sort((one, other) => away(one) - away(other))) if (!made.includes(one[0])) rows.push(["", one[1], "kind", one[2], one[3], one[0]]);
    }
    if (name === "other_id") seen.add(item.cells.actor_id);
    for (const one of said) offer(one[0], this.nameOf(name, one[0]), one[1], one[2], one[3]);
    const words = item.fields[(NEW[name] || [])[0]];
    if (words) rows.push(["", words[0][0], "voice", words[0][2], words[0][3]]);
    if (FACTIONS.includes(name)) for (const actor of this.known.events.actors[item.cells.event_id] || []) offer(actor, this.nameOf(name, actor));
    if (VOICES.includes(name)) for (const voice of this.view.voices) offer(voice, this.nameOf(name, voice));
    for (const value of this.used[name] || []) offer(value, this.nameOf(name, value));
    for (const value of this.listed(name)) offer(value, "");
    for (const pair of this.known.values[name] || []) offer(pair[0], pair[1]);
    return rows;
  }

  // Where the wording of the claim stands in its paragraph; its sentence where it has none.
  wordingAt() {
    const { wording, start, sentence, locator, cells } = this.item;
    if (wording) return start;
    const place = cells.wording ? this.textOf(locator).indexOf(cells.wording, sentence[0]) : -1;
    return place < 0 ? sentence[0] : place;
  }

  // The closed list of a field.
  listed(name) {
    const tables = this.known.tables;
    const enums = (table) => (tables[table] || { enums: {} }).enums;
    const made = Object.values(NEW).find((one) => one[1] === name);
    if (made) return enums(made[2]).kind || [];
    if (BESIDE[name]) return enums(BESIDE[name][0])[BESIDE[name][1]] || [];
    if (name === "unit" || name === "counts") return this.namedFirst(name === "unit" ? this.known.units[this.item.cells.measure] || [] : this.known.counts);
    return enums(this.item.table)[name] || [];
  }

  // Values with those first that stand in the sentence as words.
  namedFirst(values) {
    const { locator, sentence } = this.item;
    const named = this.namedIn(this.textOf(locator).slice(sentence[0], sentence[1]), values);
    return [...named, ...values.filter((one) => !named.includes(one))];
  }

  nameOf(name, value) {
    const found = (this.known.values[name] || []).find((pair) => pair[0] === value);
    return found ? found[1] : "";
  }

  namedIn(text, values) {
    const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return values.filter((one) => one.split("_").every((word) => words.includes(word)));
  }

  said(word, values) {
    return this.view.words[word].replace(/\{(\w+)\}/g, (hole, name) => (name in values ? values[name] : hole));
  }

  textOf(locator) {
    return (this.view.paragraphs.find((one) => one.locator === locator) || { text: "" }).text;
  }

  // The first field that must be filled and is empty; none where the claim can be accepted.
  waiting() {
    return this.names().find((name) => this.needed(name) && !this.item.cells[name]) || "";
  }
}
