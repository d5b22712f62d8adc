// The unsent events as a file, sealed by a password that the worker tells the PPS;
// the server reads it in kernel/outbox/handover.py.

import { derive, seal } from "./lock.js";
import { fact } from "./store.js";
import { unsent, wire } from "./sync.js";

const MARK = "jurdil-catatan-1";

function base64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export async function sealedFile(password) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const account = await fact("account");
  const events = (await unsent()).reverse().map(wire);
  const batch = { sent_at: new Date().toISOString(), account: account.id, events };
  const { iv, data } = await seal(await derive(password, salt), batch, MARK);
  const sheet = { format: MARK, salt: base64(salt), iv: base64(iv), data: base64(data) };
  return new Blob([JSON.stringify(sheet)], { type: "application/octet-stream" });
}

export async function download(password) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await sealedFile(password));
  link.download = `catatan-${new Date().toISOString().slice(0, 10)}.jurdil`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
