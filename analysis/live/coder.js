// The screen in which a report is coded: the text with its marks beside the form, and the keys.

const MOST = 9;

function element(tag, properties = {}, ...children) {
  const { aria = {}, ...own } = properties;
  const made = Object.assign(document.createElement(tag), own);
  for (const [name, value] of Object.entries(aria)) made.setAttribute(`aria-${name}`, value);
  made.append(...children);
  return made;
}

class Screen {
  constructor(model, root) {
    this.model = model;
    this.root = root;
    this.claims = new Claims(model.get("view"));
    this.prefix = `sitrep-${Math.random().toString(36).slice(2)}`;
    this.actions = 0;
    this.notice = "";
    this.asked = false; // Python has not answered yet; keys pressed meanwhile wait for the next claim
    this.ahead = [];
    root.classList.add("sitrep-coder");
    root.tabIndex = 0;
    root.dataset.lmSuppressShortcuts = "true"; // the keys are ours, not the notebook's
    root.setAttribute("role", "application");
    root.setAttribute("aria-label", this.view.title || this.view.words.text);
    this.text = element("div", { className: "text", tabIndex: 0, role: "region", aria: { label: this.view.words.text } });
    this.form = element("form", { className: "form", onsubmit: (event) => event.preventDefault() });
    this.state = element("p", { className: "state", role: "status" });
    this.keys = element("p", { className: "keys", textContent: this.view.words.keys });
    root.append(this.state, element("div", { className: "columns" }, this.text, this.form), this.keys);
    this.paragraphs = new Map();
    for (const one of this.view.paragraphs) {
      const place = element("p", { dir: "auto" });
      this.paragraphs.set(one.locator, place);
      this.text.append(place);
    }
    root.addEventListener("keydown", (event) => this.pressed(event));
    this.hear = () => {
      this.claims.renewed(model.get("view"));
      this.told(model.get("told"));
    };
    model.on("change:told", this.hear);
    this.show();
  }

  get view() {
    return this.claims.view;
  }

  told(message) {
    this.asked = false;
    this.notice = "";
    if (message.done === "undone") this.notice = message.key ? this.view.words.undone : this.view.words.nothing;
    this.claims.told(message);
    this.show();
    if (message.done === "refused") this.ahead = [];
    while (this.ahead.length && !this.asked) this.press(this.ahead.shift());
  }

  ask(wish) {
    this.asked = true;
    this.notice = this.view.words.writing;
    this.model.send(wish);
    this.drawState();
  }

  // Write the claim; `onward` is the last of its sentence.
  accept(onward = false) {
    const ready = this.claims.ready(onward);
    if (ready) this.ask(ready);
    else this.show();
  }

  reject() {
    const item = this.claims.item;
    if (item && item.status === "open") this.ask({ do: "reject", key: item.key });
  }

  undo() {
    this.ask({ do: "undo" });
  }

  go(act) {
    act();
    this.notice = "";
    this.show();
  }

  pressed(event) {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !this.claims.item) return;
    const { key, shiftKey: shift, code } = event;
    const tag = event.target.tagName;
    if (tag === "INPUT" && !["Enter", "Escape"].includes(key)) return;
    if (tag === "BUTTON" && [" ", "Enter"].includes(key)) return;
    if (this.asked ? this.ahead.push({ key, shift, code }) : this.press({ key, shift, code })) event.preventDefault();
  }

  // Do what a key stands for, and count it; false where it stands for nothing.
  press({ key, shift, code }) {
    const digit = shift && /^Digit([1-9])$/.exec(code); // on every keyboard, whatever it prints
    if (!(digit ? this.asMeasure(Number(digit[1])) : this.done(key, shift))) return false;
    this.actions += 1;
    this.root.dataset.actions = String(this.actions);
    return true;
  }

  // Accept the claim as one of the measure of that number.
  asMeasure(number) {
    this.claims.choose(number, "measure");
    this.accept();
    return true;
  }

  done(key, shift) {
    const claims = this.claims;
    const field = this.fieldOf(key.toLowerCase());
    if (key === "Escape") this.root.focus();
    else if (key === "Enter") this.accept(shift);
    else if (/^[1-9]$/.test(key)) this.go(() => claims.choose(Number(key)));
    else if (key === " ") this.go(() => claims.guess());
    else if (key === "0") this.go(() => claims.clear());
    else if (key === "x") this.reject();
    else if (key === "u") this.undo();
    else if (key === "j" || key === "ArrowDown") this.go(() => claims.move(1));
    else if (key === "k" || key === "ArrowUp") this.go(() => claims.move(-1));
    else if (key === "n") this.go(() => claims.further());
    else if (key === ".") this.go(() => (claims.all = !claims.all));
    else if (key === "Tab" && !shift && this.claims.field && document.activeElement === this.root) this.type(claims.field);
    else if (field && shift) this.type(field);
    else if (field) this.go(() => claims.cycle(field));
    else return false;
    return true;
  }

  fieldOf(key) {
    const item = this.claims.item;
    return this.view.fields[item.table].find((name) => this.view.keys[name] === key) || "";
  }

  // Into a field, with what stands there selected.
  type(field) {
    this.claims.field = field;
    this.show();
    const input = this.form.querySelector(`[name="${field}"]`);
    if (input) input.select();
  }

  show() {
    const held = this.root.contains(document.activeElement);
    for (const one of this.view.paragraphs) this.drawParagraph(one);
    this.drawForm();
    this.drawState();
    if (held) this.root.focus({ preventScroll: true });
    const lit = this.text.querySelector(".now") || this.text.querySelector(".sentence");
    if (!lit) return;
    const [box, frame] = [lit.getBoundingClientRect(), this.text.getBoundingClientRect()];
    if (box.top < frame.top || box.bottom > frame.bottom) this.text.scrollTop += box.top - frame.top - frame.height / 3;
  }

  // A paragraph with its amounts marked, and the current sentence and amount lit.
  drawParagraph({ locator, text }) {
    const claims = this.claims;
    const now = claims.item;
    const here = now && now.locator === locator && now.table === "claims";
    const marks = claims.items.filter((one) => one.locator === locator && one.wording);
    const coded = claims.items.filter((one) => one.locator === locator && !one.wording && one.status === "accepted");
    const cuts = new Set([0, text.length]);
    for (const one of marks) cuts.add(one.start).add(one.end);
    for (const one of here ? [now, ...coded] : coded) cuts.add(one.sentence[0]).add(one.sentence[1]);
    const edges = [...cuts].sort((one, other) => one - other);
    const parts = [element("span", { className: "locator", textContent: locator })];
    const within = (one, start, end) => one.sentence[0] <= start && end <= one.sentence[1];
    edges.slice(0, -1).forEach((start, number) => {
      const end = edges[number + 1];
      const mark = marks.find((one) => one.start <= start && end <= one.end);
      const part = element(mark ? "mark" : "span", { textContent: text.slice(start, end) });
      if (here && within(now, start, end)) part.classList.add("sentence");
      if (coded.some((one) => within(one, start, end))) part.classList.add("coded");
      if (mark) {
        part.classList.add(mark.status);
        part.title = this.view.words[mark.status];
        if (mark === now) part.classList.add("now");
      }
      part.onclick = () => this.clicked(locator, mark, start + this.offsetIn(part));
      parts.push(part);
    });
    this.paragraphs.get(locator).replaceChildren(...parts);
  }

  offsetIn(part) {
    const chosen = document.getSelection();
    return chosen && part.contains(chosen.anchorNode) ? chosen.anchorOffset : 0;
  }

  clicked(locator, mark, offset) {
    const items = this.claims.items;
    const sentence = (one) => one.locator === locator && !one.wording && one.table === "claims" && one.sentence[0] <= offset && offset <= one.sentence[1];
    const place = mark ? items.indexOf(mark) : items.findIndex(sentence);
    if (place >= 0) this.go(() => this.claims.go(place));
    this.root.focus({ preventScroll: true });
  }

  drawForm() {
    const item = this.claims.item;
    const words = this.view.words;
    if (!item) {
      this.form.replaceChildren(element("p", { textContent: words.empty }));
      return;
    }
    const head = item.table === "sources" ? words.report : item.wording ? words.claim : words.sentence;
    const kids = [element("h3", { textContent: `${head} ${item.locator}` })];
    if (item.status !== "open") kids[0].append(element("small", { textContent: ` ${words[item.status]} ${item.row}` }));
    const told = item.reading ? ` ${words.reads} ${item.reading}` : "";
    if (item.wording) kids.push(element("p", { className: "words" }, element("q", { textContent: item.wording }), told));
    const names = this.claims.names();
    for (const fault of this.claims.faults.filter((one) => !names.includes(one.column))) kids.push(this.fault(fault));
    for (const name of names) kids.push(this.row(name));
    kids.push(this.buttons());
    this.form.replaceChildren(...kids);
  }

  drawState() {
    const { items, item } = this.claims;
    const words = this.view.words;
    const counted = items.filter((one) => one.wording || one.table === "sources");
    const open = counted.filter((one) => one.status === "open").length;
    const left = open ? this.claims.said("left", { open, all: counted.length }) : words.done;
    const waits = item && item.status === "open" ? this.claims.waiting() : "";
    const missing = waits ? this.claims.said("missing", { name: waits }) : "";
    this.state.textContent = [this.notice, left, missing].filter(Boolean).join(" · ");
  }

  fault(fault) {
    return element("p", { className: "fault", role: "alert", textContent: fault.text });
  }

  row(name) {
    const claims = this.claims;
    const item = claims.item;
    const value = item.cells[name] || "";
    const id = `${this.prefix}-${name}`;
    const label = element("label", { htmlFor: id, title: this.help(name) }, element("kbd", { textContent: this.view.keys[name] || "" }), name);
    const input = element("input", { id, name, value, autocomplete: "off", spellcheck: name === "summary", disabled: item.status !== "open" });
    input.required = claims.needed(name);
    input.oninput = () => claims.set(name, input.value);
    input.onfocus = () => this.focused(name);
    const row = element("div", { className: name === claims.field ? "row current" : "row" }, label, input);
    if ((claims.known.values[name] || []).length) {
      const options = claims.known.values[name].map(([key, words]) => element("option", { value: key, label: words }));
      row.append(element("datalist", { id: `${id}-list` }, ...options));
      input.setAttribute("list", `${id}-list`);
    }
    const about = [claims.nameOf(name, value), this.evidence(name, value)].filter(Boolean).join(" · ");
    if (about) row.append(element("small", { textContent: about }));
    for (const fault of claims.faults.filter((one) => one.column === name)) {
      input.setAttribute("aria-invalid", "true");
      row.append(this.fault(fault));
    }
    if (item.status === "open" && (name === claims.field || (!claims.field && name === claims.waiting()))) row.append(this.list(name));
    return row;
  }

  // A field that is entered is the current one; its choices show, and typing goes on.
  focused(name) {
    if (this.claims.field === name) return;
    this.claims.field = name;
    this.drawForm();
    this.form.querySelector(`[name="${name}"]`).focus();
  }

  help(name) {
    const table = this.claims.known.tables[this.claims.item.table];
    return (table && table.help[name]) || "";
  }

  // The rule that a value rests on, and its words in the text.
  evidence(name, value) {
    const item = this.claims.item;
    const said = (item.fields[name] || []).find((one) => value && one[0] === value);
    if (!said) return "";
    const words = this.claims.textOf(item.locator).slice(said[2], said[3]);
    return words && words !== value ? `${said[1]} ${this.view.words.from} “${words}”` : said[1];
  }

  list(name) {
    const list = element("ol", { className: "choices" });
    this.claims.choices(name).slice(0, MOST).forEach((choice, number) => {
      const button = element("button", { type: "button", textContent: this.chosenAs(choice) });
      button.onclick = () => this.go(() => this.claims.choose(number + 1, name));
      list.append(element("li", {}, button));
    });
    return list;
  }

  chosenAs([value, words, rule]) {
    if (value) return words ? `${words} (${value})` : value;
    return rule === "kind" ? this.claims.said("newevent", { name: words }) : this.claims.said("newvoice", { words });
  }

  buttons() {
    const words = this.view.words;
    const make = (text, key, act) => element("button", { type: "button", onclick: act }, text, " ", element("kbd", { textContent: key }));
    return element(
      "div",
      { className: "buttons" },
      make(words.accept, "Enter", () => this.accept()),
      make(words.reject, "X", () => this.reject()),
      make(words.guess, "␣", () => this.go(() => this.claims.guess())),
      make(words.next, "J", () => this.go(() => this.claims.move(1))),
      make(words.new, "N", () => this.go(() => this.claims.further())),
      make(words.undo, "U", () => this.undo()),
    );
  }
}

function render({ model, el }) {
  const screen = new Screen(model, el);
  el.dataset.actions = "0";
  return () => model.off("change:told", screen.hear);
}

export default { render };
