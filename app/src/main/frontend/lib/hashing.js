// Fingerprints of whole files, computed in two workers, so that small files never wait for the two gigabytes of another;
// within each, one file after the other.
const SMALL = 32_000_000;
const lanes = { small: { worker: null, line: Promise.resolve() }, large: { worker: null, line: Promise.resolve() } };
let count = 0;

/** The SHA-256 of a file in lower-case hex; progress is told as a share from 0 to 1. */
export function fingerprint(file, address, progress = () => {}) {
  const lane = file.size <= SMALL ? lanes.small : lanes.large;
  const result = lane.line.then(() => compute(lane, file, address, progress));
  lane.line = result.catch(() => {});
  return result;
}

function compute(lane, file, address, progress) {
  lane.worker ??= new Worker(address, { type: "module" });
  const worker = lane.worker;
  const id = ++count;
  return new Promise((resolve, reject) => {
    const done = () => {
      worker.removeEventListener("message", told);
      worker.removeEventListener("error", failed);
    };
    const failed = (event) => {
      done();
      lane.worker = null;
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
