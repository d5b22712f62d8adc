// What the page of supervision reports knows without a screen: steps, faults, what is sent.

export const KIND = "pengawasan.lhp";
export const STEPS = ["daftar", "tempat", "tanya", "uraian", "dugaan", "foto", "kirim"];
export const MOST = 7800;

export const open = (row) => row.keadaan === "dikembalikan" || row.keadaan === "menunggu" || !row.keadaan;

// A new draft: the last hour at the first place, under the assignment letter of the last report.
export function fresh(held, now = new Date()) {
  const until = new Date(Math.floor(now / 60000) * 60000);
  return {
    surat_tugas: held.surat[0] || "",
    t: crypto.randomUUID(), rev: 0, langkah: 0, daftar: null, tahapan: ":",
    tempat: held.tempat[0]?.[0] || "", bentuk: "langsung",
    mulai: local(new Date(until - 3600000)), selesai: local(until),
    jawaban: {}, dugaan: false, sengketa: false, saksi: [], foto: [],
  };
}

// Day and minute as a field shows them, by the phone's own zone.
export function local(date) {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60000);
  return shifted.toISOString().slice(0, 16);
}

// A report of the office as a draft of its next version.
export function again(row) {
  return { ...row, langkah: 1, mulai: local(new Date(row.mulai)), selesai: local(new Date(row.selesai)), saksi: [], foto: [] };
}

// A report that the office refused, with the words it was sent with.
export function righted(held, row) {
  const said = row.dikirim;
  return {
    ...fresh(held), ...said, t: row.t, rev: row.base, langkah: 1,
    mulai: local(new Date(said.mulai)), selesai: local(new Date(said.selesai)),
    tahapan: `${said.pemilihan || ""}:${said.tahapan || ""}`, foto: [],
  };
}

// The steps of a draft: without a checklist there is nothing to ask.
export const steps = (draft) => STEPS.filter((step) => step !== "tanya" || draft.daftar);

export const count = (draft, list) => ({
  n: list.tanya.filter((item) => draft.jawaban[item.id]?.[0]).length, dari: list.tanya.length,
});

// What is wrong in one step: [name of the sentence, facts].
export function fault(draft, step, list, now = new Date()) {
  if (step === "tempat") {
    if (!draft.tempat) return ["tempat", {}];
    if (!draft.mulai || !draft.selesai) return ["jam", {}];
    const facts = { mulai: draft.mulai.slice(11), selesai: draft.selesai.slice(11), kini: local(now).slice(11) };
    if (draft.selesai < draft.mulai) return ["urut", facts];
    if (draft.selesai > local(now)) return ["depan", facts];
  }
  if (step === "tanya" && list) {
    const wrong = list.tanya.find((item) => item.jenis === "jumlah" && !/^\d{0,7}$/.test(draft.jawaban[item.id]?.[0] || ""));
    if (wrong) return ["angka", { tanya: wrong.tanya }];
  }
  if (step === "uraian" && !(draft.uraian || "").trim()) return ["uraian", {}];
  if (step === "dugaan") {
    if (draft.dugaan && !(draft.peristiwa || "").trim()) return ["peristiwa", {}];
    if (draft.sengketa && !(draft.sengketa_uraian || "").trim()) return ["sengketa", {}];
  }
  if (step === "kirim") {
    const n = JSON.stringify(values(draft)).length;
    if (n > MOST) return ["panjang", { n, paling: MOST }];
  }
  return null;
}

const TEXTS = ["lokasi", "surat_tugas", "bersama", "bentuk", "tujuan", "sasaran", "uraian", "siapa", "mengapa", "bagaimana", "peristiwa", "sengketa_uraian", "bukti_lain", "saran_lisan"];

// What is sent: whole moments with their zone, and only what was filled in.
export function values(draft) {
  const [election, stage] = (draft.tahapan || ":").split(":");
  const said = {
    tempat: draft.tempat, mulai: new Date(draft.mulai).toISOString(), selesai: new Date(draft.selesai).toISOString(),
    pemilihan: Number(election) || 0, tahapan: stage, daftar: draft.daftar || "",
    jawaban: Object.fromEntries(Object.entries(draft.jawaban || {}).filter(([, one]) => one[0] || one[1])),
    dugaan: Boolean(draft.dugaan), sengketa: Boolean(draft.sengketa),
    saksi: (draft.saksi || []).filter((one) => one.peran).map(({ nama, kontak, peran }) => ({ nama: nama || "", kontak: kontak || "", peran })),
    foto: (draft.foto || []).map((one) => one.ket || ""),
  };
  for (const name of TEXTS) if ((draft[name] || "").trim()) said[name] = draft[name].trim();
  return said;
}

// The office's rows with what it answered since they were taken along, and what waits here: returned
// ones first. What it refused stays until a later record of the same report was taken: no list has it.
export function overlay(held, events) {
  const office = new Map(held.rows.laporan.map((row) => [row.t, row]));
  const rows = new Map([...office].map(([t, row]) => [t, { ...row }]));
  for (const event of [...events].reverse()) {
    if (event.kind !== KIND) continue;
    if (event.outcome && event.outcome !== "refused" && (event.answered_at || event.captured_at) < held.takenAt) {
      rows.delete(event.subject);
      if (office.has(event.subject)) rows.set(event.subject, { ...office.get(event.subject) });
      continue;
    }
    const known = rows.get(event.subject) || { t: event.subject, rev: 0, keadaan: "" };
    const left = (event.files || []).filter((file) => !file.done).length;
    rows.set(event.subject, {
      ...known, ...(event.values || {}), waktu: known.waktu || local(new Date(event.captured_at)).slice(0, 10),
      kirim: event.outcome || "unsent", pesan: event.message, sisa: left,
      catatan: event.id, base: event.base, berkas: event.files || [], dikirim: event.values,
      rev: event.revision ?? known.rev,
    });
  }
  return [...rows.values()].sort((a, b) => Number(b.keadaan === "dikembalikan" && !b.kirim) - Number(a.keadaan === "dikembalikan" && !a.kirim));
}
