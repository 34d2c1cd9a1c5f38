// A worker: the SHA-256 of a whole file, read piece by piece so that memory does not grow with the file.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const PIECE = 4 * 1024 * 1024;

self.onmessage = async ({ data: { id, file } }) => {
  try {
    const hash = sha256.create();
    for (let at = 0; at < file.size; at += PIECE) {
      hash.update(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()));
      self.postMessage({ id, done: Math.min(at + PIECE, file.size) });
    }
    self.postMessage({ id, sha256: bytesToHex(hash.digest()) });
  } catch (failure) {
    self.postMessage({ id, failure: String(failure) });
  }
};
