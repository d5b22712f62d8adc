// What the coklit page shows: the list that was taken along, with what this phone recorded laid over.
// No drawing here, so that tests can hold the rules against values.

export const VISIT = "coklit.kunjungan";
export const PERSON = "coklit.orang";
export const NEW = "coklit.baru";
const REFUSED = new Set(["refused"]);

// `events` newest first, as `recorded()` gives them; `notes` are codes kept after an answer.
export function overlay(held, events, notes) {
  const houses = new Map(held.rows.rumah.map((row) => [row.t, {
    ...row, orang: row.orang.map((one) => ({ ...one })), baru: [], kirim: "",
  }]));
  const people = new Map();
  for (const house of houses.values()) for (const one of house.orang) people.set(String(one.id), one);
  const mine = events.filter((event) => !event.outcome || (event.answered_at || event.captured_at) >= held.takenAt);
  for (const event of [...mine].reverse()) {
    if (REFUSED.has(event.outcome)) continue;
    const values = event.values || notes[event.id] || {};
    if (event.kind === PERSON) lay(people.get(event.subject), event, { hasil: values.hasil });
    if (event.kind === VISIT) lay(houseOf(houses, event, values), event, { keadaan: values.keadaan, stiker: values.stiker });
    if (event.kind === NEW) houseOf(houses, event, values).baru.push({ nama: values.nama || "", kirim: event.outcome || "unsent" });
  }
  return [...houses.values()];
}

function lay(target, event, found) {
  if (!target) return;
  for (const [name, value] of Object.entries(found)) if (value !== undefined) target[name] = value;
  target.kirim = event.outcome || "unsent";
}

function houseOf(houses, event, values) {
  if (!houses.has(event.subject)) {
    houses.set(event.subject, {
      t: event.subject, rt: values.rt || "", rw: values.rw || "", alamat: values.alamat || "",
      kepala: values.kepala || values.nama || "", keadaan: "belum", stiker: false, rev: 0, orang: [], baru: [], kirim: "",
    });
  }
  return houses.get(event.subject);
}

// What may stay readable on the phone after the answer: codes, never an element of a person.
export const kept = ({ hasil, keadaan, stiker, rt, rw }) =>
  Object.fromEntries(Object.entries({ hasil, keadaan, stiker, rt, rw }).filter(([, value]) => value !== undefined));

const WEIGHT = { belum: 0, "tidak-ditemui": 1, selesai: 2 };
export const open = (house) => house.keadaan !== "selesai" || house.orang.some((one) => !one.hasil);

// By RT: those with most left first is no order of a street; RTs stand as they live, houses to visit first.
export function byRt(houses, words = "") {
  const wanted = words.trim().toLowerCase();
  const groups = new Map();
  for (const house of houses) {
    if (wanted && ![house.kepala, ...house.orang.map((one) => one.nama)].some((name) => name.toLowerCase().includes(wanted))) continue;
    const key = `${house.rw}|${house.rt}`;
    if (!groups.has(key)) groups.set(key, { rt: house.rt, rw: house.rw, rumah: [] });
    groups.get(key).rumah.push(house);
  }
  for (const group of groups.values()) {
    group.rumah.sort((a, b) => WEIGHT[a.keadaan] - WEIGHT[b.keadaan]);
    group.sisa = group.rumah.filter((house) => house.keadaan === "belum").length;
  }
  return [...groups.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, group]) => group);
}

export function count(houses) {
  const people = houses.flatMap((house) => house.orang);
  return {
    rumah: houses.length, dikunjungi: houses.filter((house) => house.keadaan === "selesai").length,
    orang: people.length, dicoklit: people.filter((one) => one.hasil).length,
  };
}

// Strokes as short text: whole numbers 0-255 of each axis, "x,y x,y;" per stroke, at most `most` signs.
export function strokes(lines, most = 6500) {
  let step = 1;
  for (;;) {
    const text = lines.map((line) => line.filter((_, at) => at % step === 0 || at === line.length - 1)
      .map(([x, y]) => `${x},${y}`).join(" ")).join(";");
    if (text.length <= most) return text;
    step += 1;
  }
}

export function faults(values, kind) {
  const found = [];
  for (const name of ["nik", "nkk"]) if (values[name] && !/^\d{16}$/.test(values[name])) found.push(name);
  if (values.tanggal_lahir && !/^\d{1,2}-\d{1,2}-\d{4}$/.test(values.tanggal_lahir)) found.push("tanggal_lahir");
  if (kind === NEW && !values.nama) found.push("nama");
  if (kind === NEW && !values.tanggal_lahir) found.push("tanggal_lahir");
  if (kind === NEW && !values.jenis_kelamin) found.push("jenis_kelamin");
  if (values.hasil === "tms" && !values.kode) found.push("kode");
  if (values.hasil === "tms" && !values.bukti) found.push("bukti");
  return [...new Set(found)];
}
