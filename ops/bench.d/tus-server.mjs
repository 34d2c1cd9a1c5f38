// The reference implementation of tus for Node, with downloads as its own GET: stores in clear, hashes and syncs nothing.
// Usage: node tus-server.mjs PORT FOLDER [CERTIFICATE KEY]
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";

const [port, folder, certificate, key] = process.argv.slice(2);
const tus = new Server({ path: "/files", datastore: new FileStore({ directory: folder }) });
const handle = tus.handle.bind(tus);
const server = certificate
  ? https.createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, handle)
  : http.createServer(handle);
server.requestTimeout = 0;
server.listen(Number(port), "127.0.0.1");

// Node 20 closes the stream of a finished download twice; without this the measured server would end there.
process.on("uncaughtException", (error) => {
  if (error.code !== "ERR_INVALID_STATE") throw error;
});
