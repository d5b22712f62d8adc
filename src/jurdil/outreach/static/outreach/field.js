// The activities of a committee: plans and returned reports, a new report; saved before it is sent.

import { capture, latest, onStatus, openPackage, recorded, start, words as shell } from "../jurdil/field/field.js";
import { change, fact } from "../jurdil/field/store.js";

const KIND = "sosialisasi.laporan";
const NOTES = "sosialisasi";
const COUNTS = ["laki_laki", "perempuan", "jumlah", "disabilitas_laki_laki", "disabilitas_perempuan", "jangkauan"];
const $ = (id) => document.getElementById(id);
const words = JSON.parse($("kata-kegiatan").textContent);
const form = $("laporan");
let held = null;
let shown = null;

const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);

function say(text, level = "ok") {
  const box = $("kabar");
  box.hidden = !text;
  box.className = `alert ${level}`;
  box.textContent = text;
}

async function read() {
  if (!held) return null;
  const rows = new Map(held.rows.kegiatan.map((row) => [row.t, { ...row }]));
  const notes = (await fact(NOTES)) || {};
  for (const event of (await recorded()).reverse()) {
    if (event.kind !== KIND) continue;
    if (event.outcome && (event.answered_at || event.captured_at) < held.takenAt) continue;
    const row = rows.get(event.subject) || { t: event.subject, rev: 0, keadaan: "baru", kegiatan: words.baru };
    rows.set(event.subject, { ...row, ...(event.values || notes[event.id] || {}), kirim: event.outcome || "unsent", pesan: event.message });
  }
  return rows;
}

const refresh = latest(read, (rows) => {
  if (!rows) return;
  $("kosong").hidden = rows.size > 0;
  $("kegiatan").replaceChildren(...[...rows.values()].map(line));
});

function line(row) {
  const item = $("t-kegiatan").content.firstElementChild.cloneNode(true);
  item.querySelector("[data-nama]").textContent = row.kegiatan;
  item.querySelector("[data-rinci]").textContent = [row.tanggal, row.gedung || row.wilayah, row.alasan].filter(Boolean).join(" · ");
  const tag = item.querySelector("[data-tanda]");
  tag.textContent = row.kirim ? fill(words[`kirim_${row.kirim}`], { pesan: row.pesan || "" }) : words[row.keadaan];
  tag.className = `tag ${row.kirim === "refused" || row.keadaan === "dikembalikan" ? "bad" : row.kirim ? "ok" : "none"}`;
  item.querySelector("button").onclick = () => open(row);
  return item;
}

function open(row) {
  form.reset();
  shown = row;
  for (const field of form.elements) {
    if (field.name && row && row[field.name] !== undefined && row[field.name] !== null) field.value = row[field.name];
  }
  form.elements.tahapan.disabled = Boolean(row && row.rev);
  $("judul").textContent = row ? row.kegiatan : words.baru;
  $("daftar").hidden = true;
  $("isian").hidden = false;
  wrong([]);
  scrollTo(0, 0);
  $("judul").focus();
}

function back() {
  shown = null;
  $("isian").hidden = true;
  $("daftar").hidden = false;
  refresh();
}

function wrong(found, facts = {}) {
  const box = $("salah");
  box.hidden = !found.length;
  box.textContent = found.map((name) => fill(words[`salah_${name}`], facts)).join(" ");
  for (const field of form.elements) if (field.name) field.setAttribute("aria-invalid", String(found.includes(field.name)));
  if (found.length) box.focus();
}

const count = (text) => (text === "" ? null : Number(text));

function values() {
  const said = {};
  for (const field of form.elements) if (field.name) said[field.name] = field.value.trim();
  return said;
}

function faults(said) {
  const found = ["kegiatan", "tanggal", "basis", "metode", "tahapan"].filter((name) => !said[name]);
  if (COUNTS.some((name) => said[name] && !/^\d{1,9}$/.test(said[name]))) found.push("angka");
  const [l, p, j] = ["laki_laki", "perempuan", "jumlah"].map((name) => count(said[name]));
  if (!found.includes("angka") && l !== null && p !== null && j !== null && l + p !== j) found.push("jumlah");
  if (said.tautan && said.tautan.split("\n").some((one) => one.trim() && !/^https?:\/\//i.test(one.trim()))) found.push("tautan");
  return found;
}

async function submit(event) {
  event.preventDefault();
  const said = values();
  const found = faults(said);
  const [l, p, j] = ["laki_laki", "perempuan", "jumlah"].map((name) => count(said[name]));
  wrong(found, { l, p, s: l + p, j });
  if (found.length) return;
  const [pemilihan, tahapan] = said.tahapan.split(":");
  const sent = { ...said, pemilihan: Number(pemilihan), tahapan };
  for (const name of COUNTS) sent[name] = count(said[name]);
  try {
    const id = await capture(KIND, shown ? shown.t : crypto.randomUUID(), shown ? shown.rev : 0, sent);
    await change(NOTES, (old) => ({ ...old, [id]: { kegiatan: said.kegiatan, tanggal: said.tanggal, gedung: said.gedung } }));
    say(words.saved);
    back();
  } catch (error) {
    say(shell[error.code] || words.failed, "bad");
  }
}

function options(select, pairs) {
  for (const [code, name] of pairs) select.append(new Option(name, code));
}

function lists() {
  const fields = form.elements;
  options(fields.basis, held.rows.basis);
  options(fields.metode, held.rows.metode);
  options(fields.tempat, held.rows.tempat);
  for (const { nama, pilihan } of held.rows.tahapan) {
    const group = document.createElement("optgroup");
    group.label = nama;
    options(group, pilihan);
    fields.tahapan.append(group);
  }
}

async function main() {
  await start();
  try {
    held = await openPackage("sosialisasi");
  } catch (error) {
    say(words[error.code] || shell[error.code] || words.failed, "warn");
    $("bawa").hidden = false;
    return;
  }
  $("wilayah").textContent = held.rows.nama;
  $("kerja").hidden = false;
  lists();
  $("baru").onclick = () => open(null);
  $("kembali").onclick = back;
  form.onsubmit = submit;
  await refresh();
  onStatus(() => refresh());
}

main();
