// A supervision report in five minutes: one step on one screen, kept at every touch, sent when there is a signal.

import {
  capture, dropDraft, dropPhoto, keepDraft, keepPhoto, latest, onStatus, openPackage, readDraft, readPhoto,
  recorded, shrink, start, takePhoto, words as shell,
} from "../jurdil/field/field.js";
import { KIND, again, count, fault, fresh, open, overlay, righted, steps, values } from "./lhp-data.js";

const DRAFT = "lhp";
const MOST_PHOTOS = 8;
const $ = (id) => document.getElementById(id);
const words = JSON.parse($("kata-lhp").textContent);
const form = $("lhp-form");
let held = null;
let draft = null;
let photos = [];
let keeping = Promise.resolve();

const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");
const clone = (id) => $(id).content.firstElementChild.cloneNode(true);
const list = () => held.rows.daftar.find((one) => one.kunci === draft.daftar);
const step = () => steps(draft)[draft.langkah];

function say(text, level = "ok") {
  const box = $("kabar");
  box.hidden = !text;
  box.className = `alert ${level}`;
  box.textContent = text;
}

function wrong(found) {
  const box = $("salah");
  box.hidden = !found;
  box.textContent = found ? fill(words[`salah_${found[0]}`], found[1]) : "";
  if (found) box.focus();
}

// One write after another, so that an older state never lands on a newer one.
function keep() {
  const now = structuredClone(draft);
  keeping = keeping.then(() => keepDraft(DRAFT, now)).catch((error) => say(shell[error.code] || words.failed, "bad"));
  return keeping;
}

const paintList = latest(async () => held && overlay(held, await recorded()), (rows) => {
  if (!rows || draft) return;
  $("kosong").hidden = rows.length > 0;
  $("laporan").replaceChildren(...rows.map(line));
});

function line(row) {
  const item = clone("t-laporan");
  const known = held.rows.daftar.find((one) => one.kunci === row.daftar);
  const place = held.rows.tempat.find(([code]) => code === row.tempat);
  item.querySelector("[data-nama]").textContent = `${known ? known.nama : words.tanpa}, ${place ? place[1] : row.tempat || ""}`;
  item.querySelector("[data-rinci]").textContent = [row.waktu, row.nomor, row.keadaan === "dikembalikan" && !row.kirim ? row.alasan : ""].filter(Boolean).join(" · ");
  const tag = item.querySelector("[data-tanda]");
  tag.textContent = row.kirim ? fill(words[`kirim_${row.kirim}`], { pesan: row.pesan }) : fill(words[row.keadaan], row);
  const bad = row.kirim === "refused" || (!row.kirim && row.keadaan === "dikembalikan");
  tag.className = `tag ${bad ? "bad" : row.keadaan === "diterima" || row.kirim ? "ok" : "wait"}`;
  const button = item.querySelector("button");
  const refused = row.kirim === "refused";
  button.disabled = refused ? !row.dikirim : !open(row) || Boolean(row.kirim);
  button.onclick = async () => (await cleared()) && (refused ? putRight(row) : begin(again(row)));
  return item;
}

// Before another draft takes the place of the one that is kept: asked, never silent.
async function cleared() {
  const old = await readDraft(DRAFT);
  if (old && !confirm($("buang").dataset.yakin)) return false;
  for (const one of old?.foto || []) await dropPhoto(one.kunci);
  return true;
}

async function begin(one) {
  draft = one;
  photos = [];
  await keep();
  paint();
}

// The words and photos of a refused report come back into a draft.
async function putRight(row) {
  const made = righted(held.rows, row);
  const found = [];
  for (const [n, file] of row.berkas.entries()) {
    const jenis = /\.pdf$/i.test(file.name) ? "application/pdf" : "image/jpeg";
    const one = { kunci: crypto.randomUUID(), jenis, nama: file.name, ket: row.dikirim.foto?.[n] || "" };
    const blob = await takePhoto(row.catatan, n, one.kunci, jenis);
    if (!blob) continue;
    made.foto.push(one);
    found.push(blob);
  }
  await begin(made);
  photos = found;
  say(fill(words.kirim_refused, { pesan: row.pesan }), "warn");
}

function options(select, pairs, chosen) {
  select.replaceChildren();
  for (const [code, name] of pairs) {
    if (Array.isArray(name)) {
      const group = document.createElement("optgroup");
      group.label = code;
      for (const [value, label] of name) group.append(new Option(label, value));
      select.append(group);
    } else select.append(new Option(name, code));
  }
  select.value = chosen ?? "";
}

function paint() {
  const all = steps(draft);
  draft.langkah = Math.min(draft.langkah, all.length - 1);
  $("daftar-lhp").hidden = true;
  $("isian").hidden = false;
  for (const box of form.querySelectorAll("[data-langkah]")) box.hidden = box.dataset.langkah !== step();
  $("langkah-ke").textContent = fill(words.langkah, { n: draft.langkah + 1, dari: all.length });
  $("maju").hidden = step() === "kirim";
  $("kirim-lhp").hidden = step() !== "kirim";
  $("mundur").hidden = draft.langkah === 0;
  ({ daftar: paintLists, tempat: paintPlace, tanya: paintQuestions, dugaan: paintPeople, foto: paintPhotos, kirim: paintSummary }[step()] || (() => {}))();
  for (const field of form.elements) {
    if (!field.name || field.dataset.tanya || field.type === "file") continue;
    if (field.type === "checkbox") field.checked = Boolean(draft[field.name]);
    else field.value = draft[field.name] ?? "";
  }
  $("kalau-dugaan").hidden = !draft.dugaan;
  $("kalau-sengketa").hidden = !draft.sengketa;
  wrong(null);
  scrollTo(0, 0);
  form.querySelector(`[data-langkah="${step()}"] h2`).focus();
}

function paintLists() {
  const offered = held.rows.daftar.filter((one) => one.terbaru !== false);
  const choices = [...offered.map((one) => [one.kunci, one.nama, one.tahapan]), ["", words.tanpa, ":"]];
  $("pilih-daftar").replaceChildren(...choices.map(([key, name, stage]) => {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "btn sec", textContent: name });
    button.setAttribute("aria-pressed", String(draft.daftar === key));
    button.onclick = () => {
      if (draft.daftar !== key) Object.assign(draft, { daftar: key, tahapan: stage, jawaban: {}, tujuan: key ? name : "" });
      go(1);
    };
    return button;
  }));
  $("maju").hidden = draft.daftar === null;
}

function paintPlace() {
  options(form.elements.tempat, held.rows.tempat, draft.tempat);
  options(form.elements.tahapan, [[":", "–"], ...held.rows.tahapan.map((one) => [one.nama, one.pilihan])], draft.tahapan);
  options(form.elements.bentuk, held.rows.bentuk, draft.bentuk);
  options($("surat-tugas"), held.rows.surat.map((one) => [one, one]));
}

function paintQuestions() {
  const chosen = list();
  if (!chosen) { $("tanya").replaceChildren(); $("dijawab").textContent = words.versi; return; }
  $("tanya").replaceChildren(...chosen.tanya.map((item) => question(item)));
  counter();
}

function counter() {
  $("dijawab").textContent = fill(words.dijawab, count(draft, list()));
}

function answer(item, at, text) {
  const known = draft.jawaban[item.id] || ["", ""];
  known[at] = text;
  draft.jawaban[item.id] = known;
  counter();
  keep();
}

function question(item) {
  const box = clone(item.jenis === "ya-tidak" ? "t-ya-tidak" : item.jenis === "jumlah" ? "t-jumlah" : "t-teks");
  const [value, note] = draft.jawaban[item.id] || ["", ""];
  box.querySelector("[data-tanya-teks]").textContent = item.tanya;
  const hint = box.querySelector("[data-bukti]");
  hint.textContent = item.bukti;
  hint.hidden = !item.bukti;
  for (const button of box.querySelectorAll("button")) {
    const show = () => button.setAttribute("aria-pressed", String((draft.jawaban[item.id]?.[0] || "") === button.value));
    show();
    button.onclick = () => {
      answer(item, 0, draft.jawaban[item.id]?.[0] === button.value ? "" : button.value);
      for (const other of box.querySelectorAll("button")) other.setAttribute("aria-pressed", String(draft.jawaban[item.id][0] === other.value));
    };
  }
  const input = box.querySelector("[data-nilai]");
  if (input) {
    input.value = value;
    input.oninput = () => answer(item, 0, input.value.trim());
  }
  const more = box.querySelector("[data-catatan]");
  if (more) {
    more.value = note;
    more.setAttribute("aria-label", `${more.getAttribute("aria-label")}: ${item.tanya}`);
    more.oninput = () => answer(item, 1, more.value);
  }
  return box;
}

function paintPeople() {
  $("saksi").replaceChildren(...draft.saksi.map((one, at) => {
    const box = clone("t-saksi");
    const select = box.querySelector("select");
    options(select, held.rows.saksi, one.peran);
    select.onchange = () => { one.peran = select.value; keep(); };
    for (const input of box.querySelectorAll("input")) {
      input.value = one[input.dataset.isi] || "";
      input.oninput = () => { one[input.dataset.isi] = input.value; keep(); };
    }
    box.querySelector("button").onclick = () => { draft.saksi.splice(at, 1); keep(); paintPeople(); };
    return box;
  }));
  $("tambah-saksi").hidden = draft.saksi.length >= 5;
}

function show(image, blob) {
  const reader = new FileReader();
  reader.onload = () => { image.src = reader.result; };
  reader.readAsDataURL(blob);
}

async function paintPhotos() {
  for (const [at, one] of draft.foto.entries()) photos[at] ||= await readPhoto(one.kunci, one.jenis);
  $("fotos").replaceChildren(...draft.foto.map((one, at) => {
    const box = clone("t-foto");
    const image = box.querySelector("img");
    if (photos[at] && one.jenis.startsWith("image/")) show(image, photos[at]);
    image.alt = fill(words.foto, { n: at + 1 });
    const input = box.querySelector("input");
    input.value = one.ket || "";
    input.setAttribute("aria-label", `${input.getAttribute("aria-label")} ${at + 1}`);
    input.oninput = () => { one.ket = input.value; keep(); };
    box.querySelector("button").onclick = async () => {
      draft.foto.splice(at, 1);
      photos.splice(at, 1);
      await dropPhoto(one.kunci);
      keep();
      paintPhotos();
    };
    return box;
  }));
  $("tambah-foto").hidden = draft.foto.length >= MOST_PHOTOS;
}

async function addPhotos(files) {
  for (const file of [...files].slice(0, MOST_PHOTOS - draft.foto.length)) {
    try {
      const blob = await shrink(file);
      const kunci = crypto.randomUUID();
      await keepPhoto(kunci, blob);
      photos[draft.foto.length] = blob;
      draft.foto.push({ kunci, jenis: blob.type, nama: file.name.slice(-100) || "foto.jpg", ket: "" });
      say("");
    } catch (error) {
      say(shell[error.code] || words.failed, "bad");
    }
  }
  await keep();
  paintPhotos();
}

const moment = (text) => new Date(text).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

function paintSummary() {
  const place = held.rows.tempat.find(([code]) => code === draft.tempat);
  const rows = [
    ["r-apa", list()?.nama || words.tanpa], ["r-tempat", [place?.[1] || draft.tempat, draft.lokasi].filter(Boolean).join(", ")],
    ["r-waktu", `${moment(draft.mulai)} – ${moment(draft.selesai)}`],
    ["r-jawab", list() ? fill(words.dijawab, count(draft, list())) : "–"],
    ["r-uraian", draft.uraian || "–"], ["r-dugaan", draft.dugaan ? draft.peristiwa : words.tidak],
    ["r-foto", String(draft.foto.length)],
  ];
  for (const [id, text] of rows) $(id).textContent = text;
}

function check(name) {
  const found = fault(draft, name, list());
  wrong(found);
  return !found;
}

function go(by) {
  if (by > 0 && !check(step())) return;
  draft.langkah = Math.max(0, draft.langkah + by);
  keep();
  paint();
}

async function send(event) {
  event.preventDefault();
  const all = steps(draft);
  const bad = all.findIndex((name) => fault(draft, name, list()));
  if (bad >= 0) {
    draft.langkah = bad;
    paint();
    check(all[bad]);
    return;
  }
  $("kirim-lhp").disabled = true;
  try {
    for (const [at, one] of draft.foto.entries()) photos[at] ||= await readPhoto(one.kunci, one.jenis);
    const files = draft.foto.map((one, at) => ({ blob: photos[at], name: one.nama }));
    await capture(KIND, draft.t, draft.rev, values(draft), files);
    await leave();
    say(words.saved);
  } catch (error) {
    say(shell[error.code] || words.failed, "bad");
  } finally {
    $("kirim-lhp").disabled = false;
  }
}

// The draft goes once its report is kept; its photos are kept with the report by then.
async function leave() {
  await keeping;
  const gone = draft;
  draft = null;
  await dropDraft(DRAFT);
  for (const one of gone.foto) await dropPhoto(one.kunci);
  back();
}

function back() {
  $("isian").hidden = true;
  $("daftar-lhp").hidden = false;
  scrollTo(0, 0);
  paintList();
  paintDraft();
}

async function paintDraft() {
  const kept = draft || (await readDraft(DRAFT));
  $("lanjut").hidden = !kept;
}

function wire() {
  $("baru").onclick = async () => (await cleared()) && begin(fresh(held.rows));
  $("lanjut").onclick = async () => {
    draft = await readDraft(DRAFT);
    photos = [];
    paint();
    say(words.draft, "info");
  };
  $("maju").onclick = () => go(1);
  $("mundur").onclick = () => go(-1);
  $("simpan-konsep").onclick = async () => { await keep(); draft = null; back(); };
  $("buang").onclick = () => { if (confirm($("buang").dataset.yakin)) leave(); };
  $("tambah-saksi").onclick = () => { draft.saksi.push({ peran: held.rows.saksi[0][0] }); keep(); paintPeople(); };
  $("foto-isi").onchange = async (event) => { await addPhotos(event.target.files); event.target.value = ""; };
  form.onsubmit = send;
  form.oninput = ({ target }) => {
    if (!draft || !target.name || target.type === "file") return;
    draft[target.name] = target.type === "checkbox" ? target.checked : target.value;
    $("kalau-dugaan").hidden = !draft.dugaan;
    $("kalau-sengketa").hidden = !draft.sengketa;
    keep();
  };
}

async function main() {
  await start();
  try {
    held = await openPackage("lhp");
  } catch (error) {
    say(words[error.code] || shell[error.code] || words.failed, "warn");
    $("bawa").hidden = false;
    return;
  }
  $("wilayah").textContent = held.rows.nama;
  $("kerja").hidden = false;
  wire();
  await paintList();
  await paintDraft();
  onStatus(() => paintList());
}

main();
