// Writes an assignment problem (agents, jobs, costs, weights, capacities) in the LP format that solvers read.
import { readFileSync } from "node:fs";

const numbers = readFileSync(process.argv[2], "utf8").trim().split(/\s+/).map(Number);
const [agents, jobs] = numbers;
const cost = (a, j) => numbers[2 + a * jobs + j];
const weight = (a, j) => numbers[2 + (agents + a) * jobs + j];
const capacity = (a) => numbers[2 + 2 * agents * jobs + a];
const both = [...Array(agents).keys()].flatMap((a) => [...Array(jobs).keys()].map((j) => [a, j]));
const sum = (pairs, of) => pairs.map(([a, j]) => `${of(a, j) < 0 ? "-" : "+"} ${Math.abs(of(a, j))} x_${a}_${j}`).join("\n ");

const lines = ["Minimize", " cost: " + sum(both, cost), "Subject To"];
for (let j = 0; j < jobs; j++) lines.push(` job_${j}: ${sum([...Array(agents).keys()].map((a) => [a, j]), () => 1)} = 1`);
for (let a = 0; a < agents; a++) lines.push(` agent_${a}: ${sum([...Array(jobs).keys()].map((j) => [a, j]), weight)} <= ${capacity(a)}`);
// One by one: so many arguments at once are more than a call takes.
lines.push("Binary");
for (const [a, j] of both) lines.push(` x_${a}_${j}`);
lines.push("End");
console.log(lines.join("\n"));
