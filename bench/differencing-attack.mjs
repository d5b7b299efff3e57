// Attacks a protected table as somebody who has it, and nothing else, would: for each hidden group the least and the most that an answer in it
// can come to while every shown figure stays as it is (linear programmes, by HiGHS). Knows nothing of how the table was protected.
//   node bench/differencing-attack.mjs FOLDER-OF-HIGHS TABLE.json [MOST]     TABLE.json: fairload disclosure protect ... --json
// Ends with 2 when a hidden group can be worked out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [, , where, file, most] = process.argv;
const highs = await createRequire(import.meta.url)(resolve(where))();
const table = JSON.parse(readFileSync(file, "utf8"));
const isShown = (group) => /^\d+$/.test(group.count);
const shown = table.groups.filter(isShown);
const hidden = table.groups.filter((group) => !isShown(group) && group.cells.length > 0);

// What every hidden group could hold: whole people, none under nought. The counts themselves are what is attacked.
const sum = (cells) => cells.map((cell) => `x${cell}`).join(" + ");
const held = shown.map((group, i) => ` r${i}: ${sum(group.cells)} = ${group.count}`).join("\n");
const bound = (sense, group) => {
  const found = highs.solve(`${sense}\n o: ${sum(group.cells)}\nSubject To\n${held}\nEnd\n`, { presolve: "on" });
  return found.Status === "Unbounded" ? Infinity : found.Status === "Optimal" ? found.ObjectiveValue : NaN;
};

let workedOut = 0, underTheFloor = 0, failed = 0;
const tried = hidden.slice(0, Number(most ?? hidden.length));
for (const group of tried) {
  const [least, greatest] = [bound("Minimize", group), bound("Maximize", group)];
  if (Number.isNaN(least) || Number.isNaN(greatest)) failed++;
  else if (greatest - least < 1e-6) workedOut++;
  else if (greatest < table.floor - 1e-6) underTheFloor++;
}

console.log(`shown=${shown.length} hidden=${hidden.length} attacked=${tried.length} worked-out=${workedOut} surely-under-the-floor=${underTheFloor} failed=${failed}`);
process.exit(workedOut > 0 || failed > 0 ? 2 : 0);
