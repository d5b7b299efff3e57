// Solves an LP file with HiGHS and prints the objective, or "none" where it has no answer in the time.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [, , where, file, seconds] = process.argv;
const load = createRequire(import.meta.url)(resolve(where));
const highs = await load();
try {
  const found = highs.solve(readFileSync(file, "utf8"), { time_limit: Number(seconds) });
  const isAnswer = Number.isFinite(found.ObjectiveValue) && Object.values(found.Columns).some((c) => c.Primal > 0.5);
  console.log(isAnswer ? Math.round(found.ObjectiveValue) : "none");
} catch (problem) {
  console.log(`none (${problem.message})`);
}
