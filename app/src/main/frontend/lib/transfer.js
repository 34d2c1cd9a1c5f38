// One file on its way: tus with the fingerprint of the whole file sent before the last piece leaves.
import { Upload } from "tus-js-client";
import { call, headers, Refused } from "./api.js";
import { fingerprint } from "./hashing.js";
import { Rate } from "./show.js";

const PIECE = 64 * 1024 * 1024;
const RETRIES = [0, 1000, 3000, 5000, 10000, ...Array(20).fill(30000)];
const UPLOADS = "/api/v1/uploads";

/** Which uploads this browser began, and with which file: all that is kept in the browser. */
export const begun = {
  key: (id) => `pli.upload.${id}`,
  put(id, file) {
    try {
      localStorage.setItem(this.key(id), JSON.stringify({ url: `${UPLOADS}/${id}`, changed: file.lastModified }));
    } catch {
      // Without storage the fingerprint alone says which file it is.
    }
  },
  same(id, file) {
    try {
      return JSON.parse(localStorage.getItem(this.key(id)))?.changed === file.lastModified;
    } catch {
      return false;
    }
  },
  forget(id) {
    try {
      localStorage.removeItem(this.key(id));
    } catch {
      // Nothing was kept.
    }
  },
};

export class Transfer {
  /** @type {"queued" | "checking" | "sending" | "offline" | "paused" | "failed" | "done"} */
  state = "queued";
  sent = 0;
  checked = 0;
  reason = "";
  id = null;
  run = 0;

  /**
   * @param file what the person chose
   * @param path name with its folders
   * @param options draft: id; worker: address; changed: called after each change; resume: {id, claimed} of a file begun
   */
  constructor(file, path, { draft, worker, changed, resume = null }) {
    this.file = file;
    this.path = path;
    this.draft = draft;
    this.worker = worker;
    this.changed = changed;
    this.id = resume?.id ?? null;
    this.claimed = resume?.claimed ?? false;
    this.rate = new Rate();
  }

  get length() {
    return this.file.size;
  }

  get active() {
    return ["checking", "sending", "offline"].includes(this.state);
  }

  async start() {
    if (this.active) return;
    this.run++;
    this.#become(this.claimed ? "checking" : "sending");
    try {
      if (this.claimed && !this.hash) {
        // Begun elsewhere: not a byte goes before the file is known to be the same.
        this.hash = this.#fingerprint();
        await this.#claim(await this.hash);
        if (this.state !== "checking") return;
      }
      this.#become("sending");
      this.upload ??= this.#upload();
      this.upload.start();
    } catch (failure) {
      this.#fail(failure);
    }
  }

  pause() {
    this.run++;
    this.#become("paused");
    this.rate.reset();
    return this.upload?.abort(false);
  }

  async drop() {
    this.run++;
    this.#become("paused");
    await this.upload?.abort(false);
    if (this.id) begun.forget(this.id);
  }

  #fingerprint() {
    const result = fingerprint(this.file, this.worker, (share) => {
      this.checked = share;
      if (this.state === "checking") this.changed();
    });
    result.catch(() => {});
    return result;
  }

  #claim(sha256) {
    return call("PUT", `/api/v1/drafts/${this.draft}/files/${this.id}/fingerprint`, { sha256 });
  }

  /** The whole file's fingerprint has been told to the server; only then may the last piece be read. */
  #told() {
    this.hash ??= this.#fingerprint();
    this.telling ??= this.hash.then((sha256) => (this.claimed ? undefined : this.#claim(sha256)));
    return this.telling;
  }

  #upload() {
    const self = this;
    return new Upload(this.file, {
      endpoint: UPLOADS,
      uploadUrl: this.id ? `${UPLOADS}/${this.id}` : null,
      chunkSize: PIECE,
      retryDelays: RETRIES,
      headers: headers(),
      storeFingerprintForResuming: false,
      removeFingerprintOnSuccess: false,
      metadata: { filename: this.file.name, relativePath: this.path, filetype: "", container: this.draft },
      fileReader: {
        openFile: (file) => ({
          size: file.size,
          async slice(start, end) {
            const run = self.run;
            if (end >= file.size) await self.#told();
            // Paused meanwhile: the piece that was asked for before is never sent.
            if (run !== self.run) return new Promise(() => {});
            return { value: file.slice(start, end), done: end >= file.size };
          },
          close() {},
        }),
      },
      onUploadUrlAvailable: () => {
        this.id = this.upload.url.split("/").pop();
        begun.put(this.id, this.file);
        this.#told().catch((failure) => this.#stop(failure));
        this.changed();
      },
      onProgress: (sent) => {
        this.sent = sent;
        this.rate.report(sent);
        if (this.state === "offline") this.state = "sending";
        this.changed();
      },
      onShouldRetry: (failure) => {
        const status = failure.originalResponse?.getStatus() ?? 0;
        const again = status === 0 || status >= 500 || status === 409 || status === 423 || status === 429;
        if (again && this.state === "sending") {
          this.rate.reset();
          this.#become("offline");
        }
        return again;
      },
      onError: (failure) => this.#fail(failure),
      onSuccess: () => {
        this.sent = this.length;
        begun.forget(this.id);
        this.#become("done");
      },
    });
  }

  async #stop(failure) {
    if (!this.active) return;
    await this.upload?.abort(false);
    this.#fail(failure);
  }

  #fail(failure) {
    if (this.state === "paused") return;
    this.telling = null;
    this.reason = sentence(failure);
    this.status = failure instanceof Refused ? failure.status : (failure.originalResponse?.getStatus() ?? 0);
    this.#become("failed");
  }

  #become(state) {
    this.state = state;
    this.changed();
  }
}

function sentence(failure) {
  const body = failure.originalResponse?.getBody?.();
  try {
    return JSON.parse(body).detail ?? failure.message;
  } catch {
    return failure instanceof Refused ? failure.message : "";
  }
}
