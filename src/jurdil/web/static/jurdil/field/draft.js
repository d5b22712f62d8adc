// What somebody is still writing, with its photos: sealed like events, so that a dead battery loses no word.

import { change, fact, fileAt, keepFile, remember, remove } from "./store.js";
import { deviceKey, seal, sealBytes, unseal, unsealBytes } from "./lock.js";

const of = (name) => `draft:${name}`;

export async function keepDraft(name, values) {
  await change("drafts", (known) => [...new Set([...(known || []), name])]);
  await remember(of(name), await seal(await deviceKey(), values, of(name)));
}

// A photo of a draft under a key of its own; the draft's values name it.
export async function keepPhoto(key, blob) {
  await keepFile(`draft/${key}`, await sealBytes(await deviceKey(), new Uint8Array(await blob.arrayBuffer()), key));
}

export async function readPhoto(key, type) {
  const sealed = await fileAt(`draft/${key}`);
  return sealed ? new Blob([await unsealBytes(await deviceKey(), sealed, key)], { type }) : null;
}

// A photo of an event that was refused, for the draft that puts it right; null when it is gone.
export async function takePhoto(id, n, key, type) {
  const sealed = await fileAt(`${id}/${n}`);
  if (!sealed) return null;
  const blob = new Blob([await unsealBytes(await deviceKey(), sealed, `${id}/${n}`)], { type });
  await keepPhoto(key, blob);
  return blob;
}

export const dropPhoto = (key) => remove("files", `draft/${key}`);

export async function readDraft(name) {
  const sealed = await fact(of(name));
  return sealed ? unseal(await deviceKey(), sealed, of(name)) : null;
}

export const dropDraft = (name) => remove("facts", of(name));
