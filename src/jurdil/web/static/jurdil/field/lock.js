// Two keys. The list taken along opens with the PIN; unsent events with a key of this browser that
// no script can read out, so that nothing recorded is lost when the PIN is.

import { FieldError, change, empty, fact, remember, remove } from "./store.js";

export const ROUNDS = 310000;
export const TRIES = 10;
const text = new TextEncoder();
let listKey = null;

export async function derive(secret, salt, rounds = ROUNDS) {
  const raw = await crypto.subtle.importKey("raw", text.encode(secret), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export async function sealBytes(key, bytes, bound = "") {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: "AES-GCM", iv, additionalData: text.encode(bound) };
  return { iv, data: new Uint8Array(await crypto.subtle.encrypt(how, key, bytes)) };
}

export async function unsealBytes(key, sealed, bound = "") {
  const how = { name: "AES-GCM", iv: sealed.iv, additionalData: text.encode(bound) };
  return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.data));
}

export const seal = (key, value, bound = "") => sealBytes(key, text.encode(JSON.stringify(value)), bound);

export const unseal = async (key, sealed, bound = "") =>
  JSON.parse(new TextDecoder().decode(await unsealBytes(key, sealed, bound)));

// The key of this browser for unsent events; two tabs that make one at once keep the first.
export async function deviceKey() {
  const known = await fact("deviceKey");
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await change("deviceKey", (first) => first || made);
  return fact("deviceKey");
}

export const isOpen = () => listKey !== null;
export const hasPin = async () => Boolean(await fact("pin"));
export const close = () => { listKey = null; };
export const keyOfLists = () => listKey;

export async function setPin(pin) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await derive(pin, salt);
  await remember("pin", { salt, proof: await seal(key, "terbuka"), wrong: 0 });
  listKey = key;
}

// Counts the try before it is made, so that closing the page does not give it back.
export async function enter(pin) {
  await change("pin", (known) => known && { ...known, wrong: known.wrong + 1 });
  const known = await fact("pin");
  if (!known) throw new FieldError("belum-dibawa");
  if (known.wrong <= TRIES) {
    try {
      const key = await derive(pin, known.salt);
      await unseal(key, known.proof);
      await remember("pin", { ...known, wrong: 0 });
      listKey = key;
      return;
    } catch (error) {
      if (error.name !== "OperationError") throw error;
    }
  }
  if (known.wrong < TRIES) throw new FieldError("pin-salah", String(TRIES - known.wrong));
  await forget();
  throw new FieldError("dihapus");
}

// The lists go; events that are not sent stay.
export async function forget() {
  close();
  await empty("packages");
  await remove("facts", "pin");
}
