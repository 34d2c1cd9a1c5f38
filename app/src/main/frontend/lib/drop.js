// Files and folders that were dropped or chosen, each with its path; folders are walked to their end.
export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => ({ file, path: file.name }));
  const found = [];
  for (const entry of entries) await walk(entry, "", found);
  return found;
}

export const chosen = (files) =>
  [...files].map((file) => ({ file, path: (file.webkitRelativePath || file.name).normalize("NFC") }));

async function walk(entry, folder, found) {
  const path = (folder + entry.name).normalize("NFC");
  if (entry.isFile) {
    found.push({ file: await new Promise((yes, no) => entry.file(yes, no)), path });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((yes, no) => reader.readEntries(yes, no));
    if (!some.length) return;
    for (const inner of some) await walk(inner, `${path}/`, found);
  }
}
