// Attacks the results of two rounds as somebody would who has everything that any role can obtain, and the staff list of both rounds beside it:
// every way in which people could have answered that shows the same figures is open (whole numbers, by HiGHS). It knows nothing of how the
// results were protected; it was written from docs/methods/disclosure.md alone.
//   node bench/survey-attack.mjs FOLDER-OF-HIGHS STRUCTURE.json FIRST.json SECOND.json [alike]
// alike: whoever was asked in both rounds did the same in both. That is more than an attacker can know.
// Ends with 2 when the answers of a group under the floor are known, or when all of a group are known to have said the same.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [, , where, structureFile, ...rest] = process.argv;
const highs = await createRequire(import.meta.url)(resolve(where))();
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const [structure, results, isAlike] = [read(structureFile), rest.slice(0, 2).map(read), rest[2] === "alike"];
const floor = structure.floor, seconds = 20, mostUnions = 400;
let state = 12345;
const random = () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296);

// People whom the staff list does not tell apart. Each of them may have said their role, or rather not; some did not answer at all, or not
// with their unit: those are in no figure.
// Where nothing is supposed of those who stayed, the rounds have nothing to do with each other, and an atom is a cell of one of them.
const cut = isAlike ? structure.people : [0, 1].flatMap((r) => [...new Set(structure.people.map((p) => p.cells[r]).filter(Boolean))].map((cell) => ({
  cells: r === 0 ? [cell, null] : [null, cell], count: structure.people.filter((p) => p.cells[r] === cell).reduce((s, p) => s + p.count, 0) })));
const atoms = cut.map((p, at) => ({ at, count: p.count, cells: p.cells.map((c) => c?.split("|")) }));
const inRound = (r) => atoms.filter((a) => a.cells[r]);
const isIn = (atom, r, key) => {
  const [unit, role] = atom.cells[r];
  if (key === "all") return true;
  if (key.startsWith("units:")) return key.slice(6).split("+").includes(unit);
  if (key.startsWith("service:")) return structure.rounds[r].units.find((u) => u.number === unit).service === key.slice(8);
  const [question, option] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
  if (question !== structure.questions[0]) throw new Error(`unknown group ${key}`);
  return option === "not-said" || option === role;
};

// A figure of a unit counts whoever said the unit; one of a role only those who said that role.
const saidsOf = (key) => (key === "all" || key.startsWith("units:") || key.startsWith("service:") ? [0, 1] : key.endsWith(":not-said") ? [1] : [0]);
const name = (atom, r, said, cls) => `x${atom.at}_${isAlike && atom.cells[0] && atom.cells[1] ? 0 : r}_${said}_${cls}`;
const members = (r, key) => inRound(r).filter((a) => isIn(a, r, key)).flatMap((a) => saidsOf(key).map((said) => [a, said]));
const line = (terms) => terms.map(([k, v]) => `${k < 0 ? "-" : "+"} ${Math.abs(k)} ${v}`).join("\n ");

// An atom in a round.
const placesOf = (rounds, classes) => rounds.flatMap((r) => inRound(r).map((atom) => ({
  atom, unit: `${r} ${atom.cells[r][0]}`, role: `${r} ${atom.cells[r][1]}`,
  variables: [0, 1].flatMap((said) => Array.from({ length: classes + 1 }, (_, c) => name(atom, r, said, c))),
}))).map((place, number) => ({ ...place, number }));

const model = (item, rounds) => {
  const rows = [], variables = new Set(), classes = results.flatMap((x) => x.groups).flatMap((g) => g.items).find((i) => i.item === item)?.shares.length ?? 3;
  const row = (terms, sense, right) => terms.length > 0 && rows.push({ text: ` r${rows.length}: ${line(terms)} ${sense} ${right}`, terms, sense, right });
  const silent = classes;
  for (const r of rounds) {
    for (const atom of inRound(r)) {
      const own = [0, 1].flatMap((said) => Array.from({ length: classes + 1 }, (_, c) => name(atom, r, said, c)));
      own.forEach((v) => variables.add(v));
      row(own.map((v) => [1, v]), "<=", atom.count);
    }

    for (const group of results[r].groups) {
      const inside = members(r, group.key);
      const of = (...cs) => inside.flatMap(([a, said]) => cs.map((c) => name(a, r, said, c)));
      const everybody = of(...Array.from({ length: classes + 1 }, (_, c) => c));
      if (group.hidden === "small") row(everybody.map((v) => [1, v]), "<=", floor - 1);
      if (group.hidden) continue;
      row(everybody.map((v) => [1, v]), ...(group.answered == null ? [">=", floor] : ["=", group.answered]));
      const asked = [...new Set(inside.map(([a]) => a))].reduce((sum, a) => sum + a.count, 0);
      const band = { UnderHalf: [0, 50], UnderTwoThirds: [50, 65], UnderFourFifths: [65, 80], FourFifthsAndOver: [80, 101] }[structure.rounds[r].response[group.key]];
      if (band) {
        row(everybody.map((v) => [100, v]), ">=", band[0] * asked);
        row(everybody.map((v) => [100, v]), "<=", Math.max(band[1] * asked - 1, 0));
      }

      const shares = group.items.find((i) => i.item === item)?.shares;
      if (!shares) continue;
      const answering = of(...Array.from({ length: classes }, (_, c) => c));
      row(answering.map((v) => [1, v]), ">=", floor);
      shares.forEach((share, c) => {
        // Twice a hundred times the count, less the share of those who answered: whole, so "under" is one less.
        const both = (share2) => [...of(c).map((v) => [200 - share2, v]), ...of(...Array.from({ length: classes }, (_, d) => d).filter((d) => d !== c)).map((v) => [-share2, v])];
        if (share.percent == null) {
          row(both(2 * share.notUnder), ">=", 0);
          row(both(2 * share.notOver), "<=", 0);
          // How wide an end is says whether fifty answered.
          const width = share.notOver - share.notUnder;
          row(answering.map((v) => [1, v]), ...(width === 5 ? [">=", 50] : ["<=", 49]));
        } else {
          row(both(2 * share.percent - 1), ">=", 0);
          row(both(2 * share.percent + 1), "<=", -1);
        }
      });
    }
  }
  return { rows, variables: [...variables], classes, silent, places: placesOf(rounds, classes) };
};

const solve = (built, objective, isMost, limit = seconds) => {
  const text = `${isMost ? "Maximize" : "Minimize"}\n o: ${line(objective)}\nSubject To\n${built.rows.map((r) => r.text).join("\n")}\nGeneral\n ${built.variables.join("\n ")}\nEnd\n`;
  const found = highs.solve(text, { time_limit: limit, mip_rel_gap: 0.3, random_seed: 1 });
  // What was stopped by the clock may still hold a way that shows the same.
  const values = {};
  for (const [v, column] of Object.entries(found.Columns ?? {})) values[v] = Math.round(column.Primal ?? 0);
  const isAWay = Object.keys(values).length > 0 && found.Status !== "Infeasible" && found.Status !== "Error" && shows(built, values);
  return { status: found.Status, values: isAWay ? values : null };
};

// Nothing that the solver says is taken on trust: a way counts only when every row holds.
const shows = (built, values) => built.rows.every(({ terms, sense, right }) => {
  const sum = terms.reduce((all, [k, v]) => all + k * (values[v] ?? 0), 0);
  return sense === "=" ? sum === right : sense === "<=" ? sum <= right : sum >= right;
});

// From one way to others: some people change what they did, and others make up for it until every row holds again. A way in which one does not
// hold is never looked at. Of those that are aimed at nobody is changed back.
const walk = (built, start, look, aim = null, rounds = 1500, isDone = () => false) => {
  const index = new Map(built.variables.map((v, at) => [v, at]));
  const of = built.variables.map(() => []);
  built.rows.forEach((row, at) => row.terms.forEach(([k, v]) => of[index.get(v)].push([at, k])));
  const scale = built.rows.map((row) => Math.max(...row.terms.map(([k]) => Math.abs(k))));
  const names = built.rows.map((row) => row.terms.map(([, v]) => index.get(v)));
  const x = built.variables.map((v) => start[v] ?? 0);
  const sums = built.rows.map(({ terms }) => terms.reduce((all, [k, v]) => all + k * x[index.get(v)], 0));
  const off = (at) => {
    const { sense, right } = built.rows[at], over = sums[at] - right;
    return (sense === "=" ? Math.abs(over) : sense === "<=" ? Math.max(over, 0) : Math.max(-over, 0)) / scale[at];
  };
  const places = built.places.map((p) => ({ ...p, at: p.variables.map((v) => index.get(v)) }));
  for (const p of places) [p.beside, p.alike] = [places.filter((q) => q.unit === p.unit), places.filter((q) => q.role === p.role)];
  const placeOf = new Map(places.flatMap((p) => p.at.map((v) => [v, p])));
  const any = (list) => list[Math.floor(random() * list.length)], states = places[0].at.length + 1;
  const wrong = [], placeIn = built.rows.map(() => -1);
  const note = (at) => {
    const isOff = off(at) > 1e-9;
    if (isOff && placeIn[at] < 0) placeIn[at] = wrong.push(at) - 1;
    else if (!isOff && placeIn[at] >= 0) {
      const last = wrong.pop();
      if (last !== at) [wrong[placeIn[at]], placeIn[last]] = [last, placeIn[at]];
      placeIn[at] = -1;
    }
  };
  const add = (v, by) => {
    let more = 0;
    x[v] += by;
    for (const [at, k] of of[v]) {
      more -= off(at);
      sums[at] += k * by;
      more += off(at);
      note(at);
    }
    return more;
  };
  // The last state is to be in no figure.
  const turn = (place, from, to) => (from < states - 1 ? add(place.at[from], -1) : 0) + (to < states - 1 ? add(place.at[to], 1) : 0);
  const can = (place, from) => from === states - 1 || x[place.at[from]] > 0;
  const held = new Set((aim ?? []).map((p) => p.atom));
  let good = [...x];
  for (let round = 0; round < rounds && (round % 50 > 0 || !isDone()); round++) {
    for (let n = aim ? 1 + Math.floor(random() * 2) : 3 + Math.floor(random() * 12); n > 0; n--) {
      const place = aim ? places[any(aim).number] : any(places), [from, to] = [Math.floor(random() * states), Math.floor(random() * states)];
      if (from !== to && can(place, from)) turn(place, from, to);
    }
    for (let step = 0; step < 4000 && wrong.length > 0; step++) {
      const place = placeOf.get(any(names[any(wrong)])), [from, to] = [Math.floor(random() * states), Math.floor(random() * states)];
      if (from === to || held.has(place.atom) || !can(place, from)) continue;
      const done = [[place, from, to]];
      let more = turn(place, from, to);
      if (random() < 0.6) {
        const other = any(random() < 0.5 ? place.beside : place.alike);
        if (!held.has(other.atom) && can(other, to)) {
          more += turn(other, to, from);
          done.push([other, to, from]);
        }
      }
      if (more > 0 && random() > Math.exp(-more / 0.12)) for (const [p, a, b] of done.reverse()) turn(p, b, a);
    }
    if (wrong.length === 0) {
      good = [...x];
      const values = Object.fromEntries(built.variables.map((v, at) => [v, x[at]]));
      if (shows(built, values)) look(values);
    } else {
      built.variables.forEach((_, at) => x[at] !== good[at] && add(at, good[at] - x[at]));
    }
  }
};

// Groups under the floor: each atom, and each union of atoms within a unit; of a background answer each pair.
const smallGroups = (r) => {
  const found = new Map();
  const take = (list) => {
    if (list.reduce((s, a) => s + a.count, 0) < floor) found.set(list.map((a) => a.at).join("+"), list);
  };
  for (const unit of structure.rounds[r].units) {
    const inside = inRound(r).filter((a) => a.cells[r][0] === unit.number).sort((a, b) => a.count - b.count);
    let taken = 0;
    const grow = (from, list, size) => {
      for (let i = from; i < inside.length && taken < mostUnions; i++) {
        if (size + inside[i].count >= floor) break;
        taken++;
        take([...list, inside[i]]);
        grow(i + 1, [...list, inside[i]], size + inside[i].count);
      }
    };
    grow(0, [], 0);
  }
  for (const role of new Set(inRound(r).map((a) => a.cells[r][1]))) {
    const inside = inRound(r).filter((a) => a.cells[r][1] === role);
    for (let n = 0; n < mostUnions; n++) {
      const [one, other] = [0, 0].map(() => inside[Math.floor(random() * inside.length)]);
      if (one.at < other.at) take([one, other]);
    }
  }
  return [...found.values()].map((list) => ({ key: `round ${r + 1}, atoms ${list.map((a) => `${a.cells.map((c) => c?.join("|") ?? "-").join("->")} (${a.count})`).join(" and ")}`, r, members: list.flatMap((a) => [[a, 0], [a, 1]]), isSmall: true }));
};

const anyGroups = (r) => results[r].groups.map((g) => ({ key: `round ${r + 1}, ${g.key}`, r, members: members(r, g.key), isSmall: false }))
  .concat(structure.rounds[r].units.map((u) => ({ key: `round ${r + 1}, unit ${u.number}`, r, members: members(r, `units:${u.number}`), isSmall: false })));

const totals = { items: 0, systems: 0, impossible: 0, notBegun: 0, small: 0, smallKnown: 0, groups: 0, alike: 0, undecided: 0, solves: 0 };
const breaches = [];
for (const item of structure.items) {
  totals.items++;
  for (const rounds of isAlike ? [[0, 1]] : [[0], [1]]) {
    totals.systems++;
    const built = model(item, rounds);
    const groups = rounds.flatMap((r) => [...anyGroups(r), ...smallGroups(r)]).filter((g) => g.members.length > 0);
    const count = (values, g, ...cs) => g.members.reduce((s, [a, said]) => s + cs.reduce((t, c) => t + (values[name(a, g.r, said, c)] ?? 0), 0), 0);
    const all = Array.from({ length: built.classes }, (_, c) => c), best = built.classes - 1;
    // What would have to be seen of a group in some way or other, so that nothing is known of it.
    const needs = groups.flatMap((g) => [
      ...(g.isSmall ? [{ g, kind: "value" }] : []),
      ...all.map((c) => ({ g, kind: "all", c })), { g, kind: "none", c: best },
    ]);
    const look = (values, need) => {
      if (need.kind === "value") {
        const value = count(values, need.g, best);
        need.isOpen ||= need.first !== undefined && need.first !== value;
        need.first ??= value;
      } else if (need.kind === "all") need.isOpen ||= count(values, need.g, ...all.filter((d) => d !== need.c)) > 0;
      else need.isOpen ||= count(values, need.g, best) > 0;
    };
    const lookAll = (values) => needs.forEach((need) => need.isOpen || look(values, need));
    const found = solve(built, [[0, built.variables[0]]], true, 10 * seconds);
    totals.solves++;
    if (!found.values) {
      // Either what is supposed contradicts the figures, or the clock ran out before any way was found. Neither proves anything.
      if (found.status === "Infeasible") totals.impossible++;
      else totals.notBegun++;
      continue;
    }

    lookAll(found.values);
    walk(built, found.values, lookAll, null, 1500, () => needs.every((need) => need.isOpen));
    for (const need of needs) {
      if (need.isOpen) continue;
      // A walk of those whom it is about first, because it is quick; what it does not open goes to the solver.
      const people = built.places.filter((p) => need.g.members.some(([a]) => a === p.atom));
      walk(built, found.values, lookAll, people, 60);
      if (need.isOpen) continue;
      const cs = need.kind === "all" ? all.filter((d) => d !== need.c) : [best];
      const objective = need.g.members.flatMap(([a, said]) => cs.map((c) => [1, name(a, need.g.r, said, c)]));
      // The solver is asked for any way in which it is otherwise; that there is none is a proof.
      const otherwise = need.kind === "value" ? [[">=", need.first + 1], ["<=", need.first - 1]] : [[">=", 1]];
      const ends = otherwise.filter(([sense, right]) => sense === ">=" || right >= 0).map(([sense, right]) => {
        if (need.isOpen) return null;
        totals.solves++;
        const asked = { ...built, rows: [...built.rows, { text: ` o1: ${line(objective)} ${sense} ${right}`, terms: objective, sense, right }] };
        const found = solve(asked, [[0, built.variables[0]]], true);
        if (found.values) {
          lookAll(found.values);
          walk(built, found.values, lookAll, null, 100);
        }
        return found;
      });
      if (need.isOpen) continue;
      if (ends.some((e) => e?.status !== "Infeasible")) totals.undecided++;
      else {
        if (need.kind === "value") totals.smallKnown++;
        else totals.alike++;
        breaches.push(`${item}: ${need.g.key}: ${need.kind === "value" ? `${need.first} favourable` : `${need.kind} in class ${need.c}`}`);
      }
    }
    totals.small += groups.filter((g) => g.isSmall).length;
    totals.groups += groups.length;
  }
}

breaches.slice(0, 12).forEach((b) => console.log(`BREACH ${b}`));
console.log(`${isAlike ? "alike" : "free"} items=${totals.items} systems=${totals.systems} impossible=${totals.impossible} not-begun=${totals.notBegun} groups-under-the-floor=${totals.small} known=${totals.smallKnown} groups=${totals.groups} all-alike=${totals.alike} undecided=${totals.undecided} solves=${totals.solves}`);
process.exit(totals.smallKnown + totals.alike + totals.undecided + totals.impossible + totals.notBegun > 0 ? 2 : 0);
