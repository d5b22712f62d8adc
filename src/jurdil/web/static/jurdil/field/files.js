// Photos and papers of an event: made small, kept sealed, sent in pieces and resumed where they broke off.

import { FieldError, fileAt, remove } from "./store.js";
import { deviceKey, sealBytes, unsealBytes } from "./lock.js";

export const MOST = 8;
const LARGEST = 3 * 1024 * 1024;
const PIECE = 128 * 1024;
const QUALITIES = [0.82, 0.7, 0.55];

const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

// A photo drawn anew: smaller, upright, and without what the camera wrote into it. A PDF stays.
export async function shrink(file, longest = 1600) {
  if (file.type === "application/pdf") {
    if (file.size > LARGEST) throw new FieldError("besar");
    return file;
  }
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    throw new FieldError("bukan-foto");
  }
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  for (const quality of QUALITIES) {
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
    if (blob && blob.size <= LARGEST) return blob;
  }
  throw new FieldError("besar");
}

// Each file sealed for this phone, with the facts that its event announces.
export async function readied(id, files) {
  if (files.length > MOST) throw new FieldError("banyak");
  const key = await deviceKey();
  return Promise.all(files.map(async ({ blob, name }, n) => {
    if (!blob.size || blob.size > LARGEST) throw new FieldError("besar");
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const sha256 = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
    return {
      facts: { name, size: bytes.length, sha256, done: false, message: "" },
      sealed: await sealBytes(key, bytes, `${id}/${n}`),
    };
  }));
}

// Sends one file from where the office has it; {done, message} at its end, null to try again later.
// What the office refused without keeping it waits for no file; those of other records go on.
export async function sendFile(here, { id, outcome, files }, n, ask) {
  const { size } = files[n];
  const sealed = await fileAt(`${id}/${n}`);
  if (!sealed) return { done: true, message: "" };
  const bytes = await unsealBytes(await deviceKey(), sealed, `${id}/${n}`);
  const url = `/sync/${id}/${n}/`;
  let { status, body } = await ask(url);
  if (status === 404 && outcome === "refused") return { done: true, message: "" };
  while (status === 200 && !body.done && body.have < size) {
    const from = body.have;
    ({ status, body } = await ask(`${url}?mulai=${from}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream", "X-CSRFToken": here.token },
      body: bytes.subarray(from, from + PIECE),
    }));
    if (status === 200 && !body.done && body.have <= from) return null;
  }
  return status === 200 && body.done ? { done: true, message: body.message } : null;
}

export const dropFiles = (key) => remove("files", key);
