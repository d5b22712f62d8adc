// What a page for field work uses. See docs/architecture.md, "Field work".

import { FieldError, all, empty, fact, get, put, remember, remove } from "./store.js";
import { enter, forget, hasPin, isOpen, keyOfLists, seal, setPin, unseal } from "./lock.js";
import { begin, capture, onStatus, recorded, send, session } from "./sync.js";

export { FieldError, capture, onStatus, recorded };
export { shrink } from "./files.js";
export { dropDraft, dropPhoto, keepDraft, keepPhoto, readDraft, readPhoto, takePhoto } from "./draft.js";
export const sendNow = send;
export const words = JSON.parse(document.getElementById("kata-lapangan").textContent);
let starting;

// Reads, then paints what it found, unless a newer reading began meanwhile: no older state comes last.
export function latest(read, paint) {
  let turn = 0;
  return async () => {
    const mine = ++turn;
    const found = await read();
    if (mine === turn) paint(found);
  };
}

export function start() {
  starting ||= (async () => {
    if (navigator.serviceWorker) {
      navigator.serviceWorker.register("/sw.js", { scope: "/lapangan/" })
        .then((worker) => worker.sync?.register("jurdil-kirim")).catch(() => undefined);
    }
    await dropExpired(Date.now());
    await begin(words.app);
  })();
  return starting;
}

// Whether the browser promised not to clear this away by itself.
export const kept = async () =>
  (await navigator.storage?.persisted?.()) || (await navigator.storage?.persist?.()) || false;

async function dropExpired(now) {
  for (const held of await all("packages")) {
    if (held.expires && Date.parse(held.expires) < now) await remove("packages", held.code);
  }
}

export const heldPackages = async () =>
  (await all("packages")).map(({ sealed, ...facts }) => facts);

// What the server offers this account now; remembered without any row for the way.
export async function offered() {
  const here = await session();
  await dropExpired(Date.parse(here.legal));
  await remember("offered", here.packages);
  return here.packages;
}

export const lastOffered = async () => (await fact("offered")) || [];

export async function takePackage(code) {
  const offer = (await offered()).find((one) => one.code === code);
  if (!offer) throw new FieldError("belum-dibawa");
  // What is answered while the list is made may be in it or not, so it counts as newer.
  const takenAt = new Date().toISOString();
  const answer = await fetch(offer.url, { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok) throw new FieldError("server", String(answer.status));
  const { rows, expires } = await answer.json();
  await unlock();
  const sealed = await seal(keyOfLists(), rows, code);
  await put("packages", { code, title: offer.title, page: offer.page, expires, takenAt, sealed });
}

export async function openPackage(code) {
  await start();
  const held = await get("packages", code);
  if (!held) throw new FieldError("belum-dibawa");
  if (held.expires && Date.parse(held.expires) < Date.now()) {
    await remove("packages", code);
    throw new FieldError("kedaluwarsa");
  }
  await unlock();
  const { sealed, ...facts } = held;
  return { ...facts, rows: await unseal(keyOfLists(), sealed, code) };
}

// Before another person works with this phone: nothing of the first may be unsent.
export async function changePerson() {
  if ((await recorded()).some((event) => !event.outcome || event.files?.some((file) => !file.done))) throw new FieldError("masih-ada");
  await forget();
  for (const event of await all("events")) await remove("events", event.id);
  await empty("files");
  for (const name of (await fact("drafts")) || []) await remove("facts", `draft:${name}`);
  await remove("facts", "account");
  await remove("facts", "offered");
}

// Asks for the PIN, or for a new one, in the dialog of the page; rejects with "batal" or "dihapus".
async function unlock() {
  if (isOpen()) return;
  const known = await hasPin();
  const dialog = document.getElementById("pin");
  const [heading, hint] = known ? [words.pin, words.pinHint] : [words.newPin, words.newPinHint];
  dialog.querySelector("h2").textContent = heading;
  dialog.querySelector("#pin-hint").textContent = hint;
  await new Promise((resolve, reject) => ask(dialog, known, resolve, reject));
}

function ask(dialog, known, resolve, reject) {
  const form = dialog.querySelector("form");
  const input = form.elements.pin;
  const wrong = dialog.querySelector("#pin-galat");
  const done = (finish, value) => {
    form.onsubmit = dialog.oncancel = dialog.querySelector("[data-batal]").onclick = null;
    form.reset();
    dialog.close();
    finish(value);
  };
  const cancel = () => done(reject, new FieldError("batal"));
  wrong.textContent = "";
  dialog.oncancel = (event) => { event.preventDefault(); cancel(); };
  dialog.querySelector("[data-batal]").onclick = cancel;
  form.onsubmit = async (event) => {
    event.preventDefault();
    if (!/^\d{6}$/.test(input.value)) { wrong.textContent = words.sixDigits; return; }
    try {
      await (known ? enter(input.value) : setPin(input.value));
      done(resolve);
    } catch (error) {
      if (error.code !== "pin-salah") { done(reject, error); return; }
      wrong.textContent = words.wrongPin.replace("{n}", error.message);
      input.select();
    }
  };
  dialog.showModal();
  input.focus();
}
