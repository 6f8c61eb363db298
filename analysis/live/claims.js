// What stands on the screen in which a report is coded: proposals, and what is chosen and typed for each. Nothing
// here draws.

// What a claim takes over from the one accepted before it in the same paragraph, and of the same sentence too.
const CARRIED = ["event_id", "place_id"];
const CARRIED_IN_SENTENCE = ["actor_id", "speaker_id", "via_id"];
const OPEN = "open";

class Claims extends Form {
  constructor(view) {
    super();
    this.view = view;
    this.items = view.items.map((one) => this.begun(one));
    this.last = {};
    this.grade = "";
    this.used = {};
    this.made = {};
    this.onward = false;
    this.field = "";
    this.faults = [];
    this.all = false;
    this.at = Math.max(0, this.items.findIndex((one) => one.status === OPEN));
    if (this.item) this.arrive();
  }

  begun(one) {
    return { ...one, cells: {}, typed: new Set() };
  }

  // At a proposal that nobody has touched: fill in what is sure, then what the last claim here says.
  arrive() {
    this.faults = [];
    this.field = "";
    const item = this.item;
    if (item.status !== OPEN || item.typed.size) return;
    item.cells = { locator: item.locator };
    for (const [name, choices] of Object.entries(item.fields)) {
      if (choices[0] && choices[0][4] && !this.isNew(name)) item.cells[name] = choices[0][0];
    }
    if (item.table !== "claims") return;
    const last = this.last[item.locator] || {};
    const same = last.sentence === item.sentence[0];
    for (const name of same ? [...CARRIED, ...CARRIED_IN_SENTENCE] : CARRIED) if (!item.cells[name] && last[name]) item.cells[name] = last[name];
    if (item.cells.event_id) delete item.cells.as_of; // the time is that of its event
    if (this.grade) item.cells.credibility = this.grade;
    this.summarise();
  }

  set(name, value) {
    const item = this.item;
    item.cells[name] = value;
    item.typed.add(name);
    this.faults = this.faults.filter((fault) => fault.column !== name);
    if (name === "event_id") this.eventIs(value);
    if (name === "measure" && !item.wording) this.worded(value);
    if (name !== "summary") this.summarise();
  }

  // An event gives its place and time, and its actor where it has one only; the name of a kind is a new one.
  eventIs(event) {
    const { cells, typed, wording } = this.item;
    const { place, actors } = this.known.events;
    delete cells.event_kind;
    delete cells.event;
    if (!wording && cells.measure) this.worded(cells.measure);
    if (this.listed("event_kind").includes(event)) {
      cells.event_id = "";
      this.newEvent(event);
      return;
    }
    if (event && !typed.has("as_of")) delete cells.as_of;
    if (place[event] && !typed.has("place_id")) cells.place_id = place[event];
    if ((actors[event] || []).length === 1 && !typed.has("actor_id")) cells.actor_id = actors[event][0];
  }

  // A new event is of the day that stands nearest to the words that name it, and these are the wording of the
  // claim, until somebody chooses others.
  newEvent(kind, start = 0, end = 0) {
    const { cells, typed, fields, wording, locator } = this.item;
    cells.event_kind = kind;
    if (end > start && !wording && !typed.has("wording")) cells.wording = this.textOf(locator).slice(start, end);
    const gap = (day) => Math.max(day[2] - end, start - day[3], 0);
    const days = [...(fields.as_of || [])].sort((one, other) => gap(one) - gap(other));
    if (days.length && !typed.has("as_of")) cells.as_of = days[0][0];
  }

  // The words of a sentence by which it may be of a measure are its wording until somebody chooses others.
  worded(measure) {
    const item = this.item;
    const said = (item.fields.measure || []).find((one) => one[0] === measure);
    if (item.typed.has("wording") || (item.cells.event_kind && item.cells.wording)) return;
    if (said && said[3] > said[2]) item.cells.wording = this.textOf(item.locator).slice(said[2], said[3]);
    else delete item.cells.wording;
    const only = (values) => this.namedIn(item.cells.wording || "", values);
    for (const [name, values] of [["unit", only(this.known.units[measure] || [])], ["counts", only(this.known.counts)]]) {
      if (item.typed.has(name)) continue;
      if (values.length === 1 && values[0] !== (this.known.units[measure] || [])[0]) item.cells[name] = values[0];
      else delete item.cells[name];
    }
  }

  // What a claim says, in the words of the vocabulary, until somebody says it better.
  summarise() {
    const { cells, typed } = this.item;
    if (this.item.table !== "claims" || typed.has("summary") || !cells.measure) return;
    const event = this.nameOf("event_id", cells.event_id || "");
    const parts = [this.nameOf("actor_id", cells.actor_id || "") || cells.actor, event || this.nameOf("place_id", cells.place_id || "")];
    const about = parts.filter(Boolean).join(", ");
    const name = this.nameOf("measure", cells.measure) || cells.measure;
    const matter = name.charAt(0).toUpperCase() + name.slice(1);
    cells.summary = about ? this.said("matter", { matter, about }) : `${matter}.`;
  }

  // Take the choice of that number for the current field, or for the one that waits.
  choose(number, field = this.field || this.waiting()) {
    const choice = field && this.item.status === OPEN && this.choices(field)[number - 1];
    if (!choice) return;
    const { cells, typed } = this.item;
    if (!choice[0] && NEW[field]) {
      const [name, kind] = NEW[field];
      delete cells[field];
      typed.add(field);
      if (choice[2] === "kind") this.newEvent(choice[5], choice[3], choice[4]);
      else cells[name] = choice[1];
      this.field = this.waiting() || (field === "event_id" ? "place_id" : field);
      this.summarise();
      return;
    }
    this.set(field, choice[0]);
    this.field = field;
  }

  // Take the first choice of all that is empty and that a claim of this measure mostly has: where its wording names
  // what happened, a new event, and who is named first. The place is current then, which is oftenest another.
  guess() {
    if (this.item.table !== "claims" || this.item.status !== OPEN) return;
    const first = (name) => {
      const choice = this.choices(name).find((one) => one[0]);
      if (!this.item.cells[name] && choice) this.set(name, choice[0]);
    };
    first("measure");
    const { cells, fields } = this.item;
    const tie = cells.measure === "relation";
    const at = this.wordingAt();
    const told = (one) => one[2] === "kind" && one[3] < at + (cells.wording || "").length && at < one[4];
    const kind = this.choices("event_id").findIndex(told);
    if (kind >= 0 && !cells.event_id && !cells.event_kind) {
      this.choose(kind + 1, "event_id");
      const named = (fields.actor_id || []).filter((one) => one[3] > one[2]).sort((one, other) => one[2] - other[2]);
      if (named.length && !cells.actor_id) this.set("actor_id", named[0][0]);
    }
    for (const name of tie ? ["actor_id", "relation", "other_id"] : ["actor_id", "place_id"]) first(name);
    if (!(this.item.fields.speaker || []).length) first("speaker_id");
    this.field = tie ? "relation" : "place_id";
  }

  // Take the next choice of a field: its first where it has none.
  cycle(field) {
    if (!this.has(field) || this.item.status !== OPEN) return;
    const choices = this.choices(field);
    const cells = this.item.cells;
    this.field = field;
    if (!choices.length) return;
    const kind = (NEW[field] || [])[1];
    const taken = (one) => (one[0] ? one[0] === cells[field] : one[2] === "kind" && one[5] === cells[kind] && !cells[field]);
    const now = this.item.typed.has(field) ? choices.findIndex(taken) : taken(choices[0]) ? 0 : -1;
    this.choose(((now + 1) % choices.length) + 1, field);
    this.field = field;
  }

  clear() {
    const { cells, status } = this.item;
    if (!this.field || status !== OPEN) return;
    for (const name of NEW[this.field] ? NEW[this.field].slice(0, 2) : []) delete cells[name];
    this.set(this.field, "");
  }

  // To the next open proposal, or the one before; stays where there is none.
  move(step) {
    let place = this.at + step;
    while (this.items[place] && this.items[place].status !== OPEN) place += step;
    if (this.items[place]) this.go(place);
  }

  // Past all that is open of this sentence.
  leave() {
    const now = this.item;
    const within = (one) => one.locator === now.locator && one.sentence[0] === now.sentence[0];
    const place = this.items.findIndex((one, number) => number > this.at && one.status === OPEN && !within(one));
    if (place >= 0) this.go(place);
  }

  go(place) {
    this.at = place;
    this.arrive();
  }

  // A further claim from the sentence of the current one, unless one waits there already.
  further() {
    const now = this.item;
    const same = (one) => one.table === "claims" && !one.wording && one.locator === now.locator && one.sentence[0] === now.sentence[0];
    const waits = this.items.findIndex((one) => same(one) && one.status === OPEN);
    if (waits >= 0) {
      this.go(waits);
      return true;
    }
    const base = this.items.find(same);
    if (!base) return false;
    let number = 2;
    while (this.items.some((one) => one.key === `${base.key}-${number}`)) number += 1;
    const place = this.items.findLastIndex(same) + 1;
    this.items.splice(place, 0, { ...this.begun(base), key: `${base.key}-${number}`, status: OPEN, row: "" });
    this.go(place);
    return true;
  }

  // What is sent to be written, or nothing where a field waits.
  ready(onward) {
    this.onward = onward;
    if (!this.item || this.item.status !== OPEN) return null;
    const wanted = this.waiting();
    if (wanted) {
      this.field = wanted;
      return null;
    }
    const cells = Object.fromEntries(Object.entries(this.item.cells).filter(([, value]) => value));
    return { do: "accept", key: this.item.key, table: this.item.table, cells };
  }

  // The same with the view that Python has now; what is chosen and typed here stays.
  renewed(view) {
    this.view = view;
  }

  // What came of it. An accepted claim from a sentence is followed by another one until the coder goes on.
  told(message) {
    const place = this.items.findIndex((one) => one.key === message.key);
    if (message.done === "refused") {
      if (place >= 0) this.at = place;
      this.faults = message.faults;
      this.field = message.faults.map((one) => one.column).find((column) => this.names().includes(column)) || "";
      return;
    }
    if (place < 0) return;
    const item = this.items[place];
    item.status = message.done === "undone" ? OPEN : message.done;
    item.row = message.cells ? message.cells.claim_id || message.cells.source_id : "";
    if (message.done === "undone") {
      this.at = place;
      this.faults = [];
      this.field = "";
      return;
    }
    if (message.done === "accepted" && item.table === "claims") {
      this.last[item.locator] = { ...message.cells, sentence: item.sentence[0] };
      if (item.cells.event_kind) (this.made[`${item.locator} ${item.sentence[0]}`] ||= []).push(item.cells.event_kind);
      this.grade = message.cells.credibility || this.grade;
      for (const name of [...CARRIED, ...CARRIED_IN_SENTENCE, ...FACTIONS]) this.remember(name, message.cells[name] || item.cells[name]);
    }
    if (place !== this.at) return;
    const claim = message.done === "accepted" && item.table === "claims";
    if (claim && this.onward) this.leave();
    else if (!claim || item.wording || !this.further()) this.move(1);
  }

  remember(name, value) {
    if (value) this.used[name] = [value, ...(this.used[name] || []).filter((one) => one !== value)];
  }
}
