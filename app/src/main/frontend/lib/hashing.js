// Fingerprints of whole files, computed in a worker, one file after the other.
let worker = null;
let line = Promise.resolve();
let count = 0;

/** The SHA-256 of a file in lower-case hex; progress is told as a share from 0 to 1. */
export function fingerprint(file, address, progress = () => {}) {
  const result = line.then(() => compute(file, address, progress));
  line = result.catch(() => {});
  return result;
}

function compute(file, address, progress) {
  worker ??= new Worker(address, { type: "module" });
  const id = ++count;
  return new Promise((resolve, reject) => {
    const done = () => {
      worker.removeEventListener("message", told);
      worker.removeEventListener("error", failed);
    };
    const failed = (event) => {
      done();
      worker = null;
      reject(new Error(event.message ?? "worker"));
    };
    const told = ({ data }) => {
      if (data.id !== id) return;
      if (data.sha256) {
        done();
        resolve(data.sha256);
      } else if (data.failure) {
        done();
        reject(new Error(data.failure));
      } else {
        progress(data.done / file.size);
      }
    };
    worker.addEventListener("message", told);
    worker.addEventListener("error", failed);
    worker.postMessage({ id, file });
  });
}
