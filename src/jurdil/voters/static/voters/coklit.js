// The coklit page: households by RT, one household with its people, forms that save before they send.

import { capture, latest, onStatus, openPackage, recorded, shrink, start, words as shell } from "../jurdil/field/field.js";
import { change, fact } from "../jurdil/field/store.js";
import { NEW, PERSON, VISIT, byRt, count, faults, kept, open, overlay, strokes } from "./coklit-data.js";

const $ = (id) => document.getElementById(id);
const words = JSON.parse($("kata-coklit").textContent);
const NOTES = "coklit";
let held = null;
let houses = [];
let shown = null;
// Names of newcomers, while this page is open: after the answer nothing of a person stays readable on the phone.
const named = new Map();

const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
const clone = (id) => $(id).content.firstElementChild.cloneNode(true);
const put = (root, name, text) => { root.querySelector(`[data-${name}]`).textContent = text; };

function say(text, level = "ok") {
  const box = $("kabar");
  box.hidden = !text;
  box.className = `alert ${level}`;
  box.textContent = text;
}

function tag(root, text, level) {
  const box = root.querySelector("[data-tanda]");
  box.hidden = !text;
  box.textContent = text;
  box.className = `tag ${level}`;
}

const sent = (state) => (state ? words[`kirim_${state}`] || "" : "");

const notes = async () => {
  const codes = (await fact(NOTES)) || {};
  return { ...codes, ...Object.fromEntries([...named].map(([id, names]) => [id, { ...codes[id], ...names }])) };
};

const refresh = latest(async () => held && overlay(held, await recorded(), await notes()), (found) => {
  if (!found) return;
  houses = found;
  const n = count(houses);
  put($("ringkas"), "angka", fill(words.counter, n));
  shown ? paintHouse() : paintList();
});

function paintList() {
  $("rumah").hidden = true;
  $("daftar").hidden = false;
  const opened = new Set([...$("rt").querySelectorAll("details[open]")].map((box) => box.dataset.key));
  const groups = byRt(houses, $("cari").value);
  const first = groups.find((group) => group.sisa);
  $("rt").replaceChildren(...groups.map((group) => {
    const box = clone("t-rt");
    box.dataset.key = `${group.rw}|${group.rt}`;
    box.open = opened.has(box.dataset.key) || Boolean($("cari").value) || (!opened.size && group === first);
    put(box, "nama", fill(words.rt, { rt: group.rt || "–", rw: group.rw || "–" }));
    put(box, "sisa", group.sisa ? fill(words.left, { n: group.sisa }) : words.done);
    box.querySelector("ul").replaceChildren(...group.rumah.map(houseLine));
    return box;
  }));
  $("kosong").hidden = groups.length > 0;
}

function houseLine(house) {
  const item = clone("t-rumah");
  put(item, "kepala", house.kepala || words.newcomer);
  const asked = house.orang.filter((one) => one.hasil).length;
  put(item, "orang", fill(words.people, { n: house.orang.length + house.baru.length, d: asked + house.baru.length }));
  const done = !open(house);
  tag(item, done ? words.selesai : words[house.keadaan === "selesai" ? "kurang" : house.keadaan], done ? "ok" : house.keadaan === "belum" ? "none" : "warn");
  item.querySelector("button").onclick = () => { shown = house.t; say(""); paintHouse(); scrollTo(0, 0); $("judul-rumah").focus(); };
  return item;
}

const current = () => houses.find((house) => house.t === shown);

function paintHouse() {
  const house = current();
  if (!house) { shown = null; paintList(); return; }
  $("daftar").hidden = true;
  $("rumah").hidden = false;
  $("judul-rumah").textContent = fill(words.family, { head: house.kepala || words.newcomer });
  $("alamat-rumah").textContent = [house.alamat, fill(words.rt, { rt: house.rt || "–", rw: house.rw || "–" })].filter(Boolean).join(" · ");
  if ($("orang").querySelector("form")) return;
  $("orang").replaceChildren(...house.orang.map(personLine), ...house.baru.map(newLine));
  tag($("keadaan-rumah"), [words[house.keadaan], sent(house.kirim)].filter(Boolean).join(" · "), house.keadaan === "selesai" ? "ok" : "none");
}

function personLine(one) {
  const item = clone("t-orang");
  put(item, "nama", one.nama);
  put(item, "rinci", [one.jenis_kelamin, one.tanggal_lahir, one.nik && `NIK ••${one.nik}`].filter(Boolean).join(" · "));
  tag(item, one.hasil ? [words[one.hasil], sent(one.kirim)].filter(Boolean).join(" · ") : "", one.hasil === "sesuai" ? "ok" : one.hasil === "tms" ? "bad" : "info");
  for (const button of item.querySelectorAll("button[data-hasil]")) {
    button.setAttribute("aria-label", `${button.textContent.trim()}: ${one.nama}`);
    button.setAttribute("aria-pressed", String(one.hasil === button.dataset.hasil));
    button.onclick = () => {
      if (button.dataset.hasil === "sesuai") save(PERSON, String(one.id), one.v, { hasil: "sesuai" });
      else ask(item, button.dataset.hasil, one);
    };
  }
  return item;
}

function newLine(one) {
  const item = clone("t-orang");
  put(item, "nama", one.nama || words.newcomer);
  put(item, "rinci", "");
  tag(item, [words.baru, sent(one.kirim)].filter(Boolean).join(" · "), "info");
  item.querySelector(".pilih").remove();
  return item;
}

function choices(select, pairs) {
  for (const [code, name] of pairs) select.append(new Option(name, code));
}

// A code such as 8 of 2024 asks for the right TPS of the village; the others do not.
function tmsForm(form) {
  choices(form.elements.kode, held.rows.tms);
  choices(form.elements.ke, held.rows.tps_desa || []);
  form.elements.kode.onchange = () => {
    form.querySelector("[data-pindah]").hidden = !moves(form.elements.kode.value);
    if (!moves(form.elements.kode.value)) form.elements.ke.value = "";
  };
}

const moves = (code) => (held.rows.pindah || []).includes(code);

// A form in place; `hasil` says which, `one` who is changed (null: a newcomer).
function ask(place, hasil, one) {
  $("orang").querySelectorAll("form").forEach((old) => old.remove());
  $("tempat-baru").replaceChildren();
  const form = clone(hasil === "tms" ? "t-tms" : "t-isi");
  if (hasil === "tms") tmsForm(form);
  else {
    choices(form.elements.disabilitas, held.rows.disabilitas);
    form.querySelectorAll("[data-hanya]").forEach((part) => { part.hidden = part.dataset.hanya !== (one ? "ubah" : place === null ? "kk" : "baru") && !(part.dataset.hanya === "baru" && !one); });
    if (one) for (const field of form.elements) if (one[field.name] !== undefined && field.name !== "nik") field.value = one[field.name];
  }
  form.querySelectorAll("[id]").forEach((part) => { part.id += `-${hasil}`; });
  form.querySelectorAll("[for]").forEach((part) => { part.htmlFor += `-${hasil}`; });
  form.querySelectorAll("[aria-describedby]").forEach((part) => { part.setAttribute("aria-describedby", `${part.getAttribute("aria-describedby")}-${hasil}`); });
  form.querySelector("[data-batal]").onclick = () => { form.remove(); };
  form.onsubmit = (event) => { event.preventDefault(); submit(form, hasil, one); };
  (one ? place : $(shown ? "tempat-baru" : "tempat-kk")).append(form);
  form.querySelector("select,input").focus();
}

function valuesOf(form, one) {
  const values = {};
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = field.value.trim();
    if (one ? value && value !== (one[field.name] ?? "") : value) values[field.name] = value;
    else if (one && !value && one[field.name]) values[field.name] = "";
  }
  return values;
}

function submit(form, hasil, one) {
  const values = { ...valuesOf(form, hasil === "ubah" ? one : null), ...(hasil === "baru" ? {} : { hasil }) };
  const kind = hasil === "baru" ? NEW : PERSON;
  const wrong = faults(values, kind);
  if (hasil === "tms" && moves(values.kode) && !values.ke) wrong.push("ke");
  if (hasil === "ubah" && Object.keys(values).length === 1) wrong.push("isi");
  for (const field of form.elements) field.name && field.setAttribute("aria-invalid", String(wrong.includes(field.name)));
  const box = form.querySelector("[data-salah]");
  box.hidden = wrong.length === 0;
  box.textContent = wrong.map((name) => words[`salah_${name}`]).join(" ");
  if (wrong.length) { (form.elements[wrong[0]] || box).focus?.(); return; }
  if (one) { save(kind, String(one.id), one.v, values, form); return; }
  const house = current();
  const at = house ? { rt: house.rt, rw: house.rw, alamat: house.alamat } : {};
  const token = house ? house.t : crypto.randomUUID();
  save(kind, token, 0, { ...at, ...values, kepala: house ? house.kepala : values.nama, tps: held.rows.tps }, form).then((done) => {
    if (done && !house) { shown = token; refresh(); }
  });
}

async function save(kind, subject, base, values, form) {
  try {
    const photo = form?.querySelector("[data-foto]")?.files[0];
    const files = photo ? [{ blob: await shrink(photo), name: photo.name }] : [];
    const id = await capture(kind, subject, base, values, files);
    if (kind === NEW) named.set(id, { nama: values.nama, kepala: values.kepala });
    await change(NOTES, (old) => ({ ...old, [id]: kept(values) }));
    form?.remove();
    say(words.saved);
    await refresh();
    return true;
  } catch (error) {
    say(shell[error.code] || words.failed, "bad");
    return false;
  }
}

function pen(canvas) {
  const lines = [];
  const draw = canvas.getContext("2d");
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    const scale = (value, size) => Math.max(0, Math.min(255, Math.round((value / size) * 255)));
    return [scale(event.clientX - box.left, box.width), scale(event.clientY - box.top, box.height)];
  };
  const point = ([x, y]) => [(x / 255) * canvas.width, (y / 255) * canvas.height];
  canvas.onpointerdown = (event) => { canvas.setPointerCapture(event.pointerId); lines.push([at(event)]); };
  canvas.onpointermove = (event) => {
    if (!event.buttons || !lines.length) return;
    const line = lines.at(-1);
    const next = at(event);
    draw.strokeStyle = getComputedStyle(canvas).color;
    draw.lineWidth = 3;
    draw.beginPath();
    draw.moveTo(...point(line.at(-1)));
    draw.lineTo(...point(next));
    draw.stroke();
    line.push(next);
  };
  const clear = () => { lines.length = 0; draw.clearRect(0, 0, canvas.width, canvas.height); };
  return { clear, text: () => strokes(lines), empty: () => lines.length === 0 };
}

function visitForm() {
  const form = $("kunjungan");
  const signature = pen($("goresan"));
  const hand = () => { $("papan").hidden = form.elements.ttd.value !== "ttd"; };
  form.onchange = hand;
  $("hapus-ttd").onclick = signature.clear;
  const record = async (keadaan) => {
    const house = current();
    const fields = form.elements;
    const values = { keadaan, stiker: fields.stiker.checked, ditemui: fields.ditemui.value.trim(), ttd: fields.ttd.value, tps: held.rows.tps, rt: house.rt, rw: house.rw, kepala: house.kepala, alamat: house.alamat };
    if (fields.catatan.value.trim()) values.catatan = fields.catatan.value.trim();
    if (values.ttd === "ttd" && !signature.empty()) values.goresan = signature.text();
    if (await save(VISIT, house.t, house.rev, values)) {
      form.reset();
      signature.clear();
      hand();
      back();
    }
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const left = current().orang.filter((one) => !one.hasil).length;
    if (left) { say(fill(words.unasked, { n: left }), "warn"); scrollTo(0, 0); return; }
    record("selesai");
  };
  $("tidak-ditemui").onclick = () => record("tidak-ditemui");
}

function back() {
  shown = null;
  $("orang").replaceChildren();
  $("tempat-baru").replaceChildren();
  paintList();
  scrollTo(0, 0);
}

async function main() {
  await start();
  try {
    held = await openPackage("coklit");
  } catch (error) {
    say(words[error.code] || shell[error.code] || words.failed, "warn");
    $("bawa").hidden = false;
    return;
  }
  $("tempat").textContent = held.rows.nama;
  $("kerja").hidden = false;
  $("cari").oninput = paintList;
  $("kembali").onclick = () => { say(""); back(); };
  $("tambah").onclick = () => ask($("tempat-baru"), "baru", null);
  $("kk-baru").onclick = () => ask(null, "baru", null);
  visitForm();
  await refresh();
  onStatus(() => refresh());
}

main();
