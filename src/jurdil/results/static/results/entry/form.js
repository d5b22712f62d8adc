// The entry form: digits and Enter, running checks, a draft that survives. It never fills a figure.

const form = document.querySelector("form[data-entry]");
const { evaluate, fieldsOf } = await import(form.dataset.checks);
const { Draft } = await import(form.dataset.drafts);
const data = JSON.parse(document.querySelector("#aturan").textContent);
const words = data.words;
const rows = [...form.querySelectorAll("input[data-row]")];
const blocks = [...form.querySelectorAll(".block")];
const byField = new Map(rows.map((row) => [row.dataset.row, row]));
const status = form.querySelector("[data-status]");
const BLANK = "-";
const LONG_SUM = 4;

// What is typed ------------------------------------------------------------------------------

const plain = (text) => text.trim().replaceAll(data.dot, "");
const dotted = (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, data.dot);
const shown = (number) => (number === null ? words.absent : dotted(String(number)));
const figure = (row) => (/^\d+$/.test(plain(row.value)) ? Number(plain(row.value)) : null);
const figures = () => data.fields.map((name) => (byField.has(name) ? figure(byField.get(name)) : null));

function read() {
  const typed = {};
  for (const one of form.querySelectorAll("[data-keep]")) {
    if (one.type === "checkbox") typed[one.name] = one.checked ? "1" : "";
    else typed[one.name] = one.dataset.row ? plain(one.value) : one.value;
  }
  return typed;
}

function say(state, text, until) {
  if (until) document.querySelector("[data-lock] .tag").lastChild.textContent = words.lock.replace("{until}", until);
  status.className = state === "saved" ? "" : "unsaved";
  status.textContent = { saved: words.saved.replace("{at}", text), unsaved: words.unsaved, out: words.out, stale: words.stale, refused: text, digits: words.digits }[state];
}

const draft = new Draft({ url: form.dataset.draft, key: form.dataset.key, token: form.querySelector("[name=csrfmiddlewaretoken]").value, read, say });

function typed() {
  draft.touch();
  draft.soon();
}

// Checks -------------------------------------------------------------------------------------

const list = document.querySelector("[data-checks-list]");
const nothing = list.firstElementChild;
const warnings = document.querySelector("[data-warnings]");
const model = document.querySelector("#peringatan");
const seen = new Map();
const subject = (item) => (typeof item.s === "number" ? data.names[item.s] : item.s);

function sentence(check) {
  return check.rule.t.replace("{left}", shown(check.left)).replace("{right}", shown(check.right)).replace("{subject}", subject(check.item) ?? "");
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "i");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${data.icons}#${name}`);
  svg.append(use);
  return svg;
}

const SIGNS = { "=": "=", "<=": "≤", ">=": "≥" };
const side = (name, number) => (name ? `${name} (${shown(number)})` : shown(number));

function line(check) {
  const item = document.createElement("li");
  const text = document.createElement("span");
  const broken = check.ok === false;
  item.className = broken ? (check.rule.e ? "no" : "soft") : "";
  text.textContent = broken ? `${check.rule.c}: ${sentence(check)}` : `${side(check.item.f[0], check.left)} ${SIGNS[check.rule.op]} ${side(check.item.f[1], check.right)}`;
  item.append(icon(broken ? (check.rule.e ? "circle-x" : "alert-circle") : "circle-check"), text);
  if (broken) {
    const link = document.createElement("a");
    link.href = `#${rowOf(check).id}`;
    link.textContent = words.go;
    text.append(" ", link);
  }
  return item;
}

const rowOf = (check) => byField.get(data.fields[fieldsOf(check.item).at(-1)]);

function mark(checks) {
  const broken = new Map();
  for (const check of checks.filter((one) => one.ok === false)) {
    const places = fieldsOf(check.item);
    // A long sum marks only what was written as its total.
    for (const place of places.length > LONG_SUM ? places.slice(-1) : places) {
      broken.set(data.fields[place], check.rule.e || Boolean(broken.get(data.fields[place])));
    }
  }
  for (const row of rows) {
    const found = broken.get(row.dataset.row);
    row.closest(".f").classList.toggle("err", found === true);
    row.closest(".f").classList.toggle("soft", found === false);
  }
}

function parties(checks) {
  for (const check of checks.filter((one) => one.item.g)) {
    const block = document.getElementById(check.item.g);
    const badge = block.querySelector(".mark");
    const link = form.querySelector(`.parties a[href="#${check.item.g}"]`);
    for (const one of [badge, link]) {
      one.classList.toggle("ok", check.ok === true);
      one.classList.toggle("no", check.ok === false);
    }
    badge.replaceChildren();
    if (check.ok !== null) badge.append(icon(check.ok ? "circle-check" : "circle-x"), `${shown(check.left)} ${check.ok ? "=" : "≠"} ${shown(check.right)}`);
  }
}

// A warning stays where it was typed; its tick goes when one of its figures changes.
function warn(checks) {
  for (const check of checks.filter((one) => !one.rule.e)) {
    const numbers = fieldsOf(check.item).map((place) => byField.get(data.fields[place])?.value).join("|");
    let box = warnings.querySelector(`[data-key="${check.key}"]`);
    if (check.ok === false && !box) {
      box = model.content.firstElementChild.cloneNode(true);
      box.dataset.key = check.key;
      for (const part of box.querySelectorAll("[data-name]")) {
        part.name = `${part.dataset.name}:${check.key}`;
        part.id = `${part.dataset.name}-${check.key}`;
      }
      for (const label of box.querySelectorAll("label[data-for]")) label.htmlFor = `${label.dataset.for}-${check.key}`;
      warnings.append(box);
    }
    if (!box) continue;
    box.hidden = check.ok !== false;
    if (check.ok === false) {
      box.querySelector("[data-sentence]").textContent = `${check.rule.c}: ${sentence(check)}`;
      box.querySelector("[data-side=left]").value = check.left;
      box.querySelector("[data-side=right]").value = check.right;
    }
    if (seen.has(check.key) && seen.get(check.key) !== numbers) box.querySelector("[type=checkbox]").checked = false;
    seen.set(check.key, numbers);
  }
  document.querySelector("[data-warn-card]").hidden = ![...warnings.children].some((one) => !one.hidden);
}

function check() {
  const checks = evaluate(data.rules, figures());
  // What is broken comes first.
  const told = checks.filter((one) => (one.ok === false ? one.rule.e : one.ok && one.item.f));
  list.replaceChildren(...told.sort((a, b) => a.ok - b.ok).map(line), ...(told.length ? [] : [nothing]));
  mark(checks);
  parties(checks);
  warn(checks);
  return checks;
}

// Keys ---------------------------------------------------------------------------------------

function open(block) {
  for (const one of blocks) one.classList.toggle("now", one === block);
  const place = form.querySelector("[data-step]");
  if (place) place.textContent = words.step.replace("{at}", blocks.indexOf(block) + 1).replace("{of}", blocks.length);
  for (const link of form.querySelectorAll(".parties a")) {
    if (link.hash === `#${block.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function go(row) {
  if (!row) return;
  open(row.closest(".block"));
  row.focus();
  row.select();
}

function leap(by, from = document.activeElement) {
  const at = blocks.indexOf(from.closest(".block") ?? form.querySelector(".block.now"));
  go(blocks[Math.min(Math.max(at + by, 0), blocks.length - 1)]?.querySelector("input[data-row]"));
}

const jump = form.querySelector("[data-jump]");

const KEYS = {
  Enter: (row) => (row === rows.at(-1) ? form.querySelector("[data-send]").focus() : go(rows[rows.indexOf(row) + 1])),
  ArrowDown: (row) => go(rows[rows.indexOf(row) + 1]),
  ArrowUp: (row) => go(rows[rows.indexOf(row) - 1]),
  PageDown: (row) => leap(1, row),
  PageUp: (row) => leap(-1, row),
  "/": () => jump?.focus(),
};

form.addEventListener("keydown", (event) => {
  if (event.target === jump) {
    if (event.key === "Escape") go(form.querySelector(".block.now input[data-row]"));
    if (event.key !== "Enter") return;
    event.preventDefault();
    const block = document.getElementById(`partai-${Number(jump.value)}`);
    jump.value = "";
    if (block) go(block.querySelector("input[data-row]"));
    else say("refused", words.noparty);
    return;
  }
  if (!event.target.matches("input[data-row]") || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key](event.target, event);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.shiftKey || event.target.matches("textarea")) return;
  event.preventDefault();
  send();
});

// "-" says: the box is blank on the paper.
form.addEventListener("beforeinput", (event) => {
  if (!event.target.matches("input[data-row]") || event.data === null || event.inputType.startsWith("delete")) return;
  const text = event.inputType === "insertFromPaste" ? event.data.trim() : event.data;
  const rest = event.target.value.slice(0, event.target.selectionStart) + event.target.value.slice(event.target.selectionEnd);
  const fits = text === BLANK ? rest === "" : /^\d+$/.test(text) && rest !== BLANK;
  if (fits) return;
  event.preventDefault();
  if (!/^[zr[\]]$/i.test(text)) say("digits", "");
});
form.addEventListener("input", (event) => {
  if (!event.target.matches("[data-keep]")) return;
  if (event.target.dataset.row) check();
  typed();
});
form.addEventListener("focusin", (event) => {
  if (!event.target.matches("input[data-row]")) return;
  open(event.target.closest(".block"));
  event.target.value = plain(event.target.value);
  event.target.select();
});
form.addEventListener("focusout", (event) => {
  if (event.target.matches("input[data-row]")) event.target.value = dotted(plain(event.target.value));
});
form.addEventListener("click", (event) => {
  const step = event.target.closest("[data-leap]");
  if (step) leap(Number(step.dataset.leap), form.querySelector(".block.now"));
  const link = event.target.closest(`a[href^="#"]`);
  const target = link && document.getElementById(link.hash.slice(1));
  const row = target?.matches("input[data-row]") ? target : target?.querySelector("input[data-row]");
  if (!row) return;
  event.preventDefault();
  go(row);
});

// Sending ------------------------------------------------------------------------------------

let going = false;

async function send(button = form.querySelector("[data-send]")) {
  if (going) return;
  going = true;
  draft.touch();
  if (await draft.save()) {
    draft.forget();
    for (const row of rows) row.value = plain(row.value);
    form.requestSubmit(button);
  }
  going = false;
}

form.addEventListener("submit", (event) => {
  if (going) return;
  event.preventDefault();
  send(event.submitter);
});
addEventListener("pagehide", () => {
  if (draft.dirty) draft.save();
});

// What this browser still has and the server has not -------------------------------------------

const bar = form.querySelector("[data-recover]");
const stored = draft.stored();
const now = read();
if (stored && Object.entries(stored.typed).some(([name, text]) => text && text !== (now[name] ?? ""))) {
  bar.hidden = false;
  bar.querySelector("[data-at]").textContent = new Date(stored.at).toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" });
  bar.querySelector("[data-use]").addEventListener("click", () => {
    check();
    for (const [name, text] of Object.entries(stored.typed)) {
      const field = form.elements[name];
      if (field?.dataset.row) field.value = dotted(text);
    }
    check();
    for (const [name, text] of Object.entries(stored.typed)) {
      const field = form.elements[name];
      if (field?.type === "checkbox") field.checked = text === "1";
      else if (field && !field.dataset.row) field.value = text;
    }
    bar.hidden = true;
    typed();
    go(rows.find((row) => !row.value) ?? rows[0]);
  });
  bar.querySelector("[data-drop]").addEventListener("click", () => {
    draft.forget();
    bar.hidden = true;
  });
} else draft.forget();

for (const row of rows) row.value = dotted(plain(row.value));
check();
document.body.classList.add("stepped");
for (const one of form.querySelectorAll("[data-scripted]")) one.hidden = false;
for (const one of form.querySelectorAll("[data-plain]")) one.hidden = true;
if (!document.querySelector("#galat")) go(rows.find((row) => !row.value) ?? rows[0]);
form.dataset.ready = "1";
