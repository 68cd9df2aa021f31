import type { components } from "../api/schema";
import { momentOf } from "../parts/time";
import { capacityText as text } from "../text/capacity";

export type Capacity = components["schemas"]["Capacity"];
type Holding = components["schemas"]["Holding"];

/** What is full, who has it, and how many wait: the fullest first. Empty when nothing is. */
export function sentencesOf(capacity: Capacity, now: Date = new Date(capacity.at)): string[] {
  const waitsFor = (kind: string, name: string) => capacity.waits.filter((each) => each.kind === kind && each.what === name).length;
  const said: { waiting: number; sentence: string }[] = [];
  for (const pool of capacity.pools) {
    const waiting = waitsFor("pool", pool.name);
    if (pool.used < pool.size && waiting === 0) continue;
    const sentence = text.full(pool.name, pool.used, pool.size, holdersOf(pool.holders), oldest(pool.holders), waiting, now);
    if (pool.holders.length > 0) said.push({ waiting, sentence });
  }
  for (const lock of capacity.locks) {
    if (lock.holders.length === 0) continue;
    const waiting = waitsFor("lock", lock.name);
    said.push({ waiting, sentence: text.locked(lock.name, lock.alone, holdersOf(lock.holders), oldest(lock.holders), waiting, now) });
  }
  said.sort((one, other) => other.waiting - one.waiting);
  return [...said.map((each) => each.sentence), ...closed(capacity, now)];
}

type Wait = Capacity["waits"][number];

/** The waits, those of the items of one task told once. */
export function waitersOf(capacity: Pick<Capacity, "waits">): { wait: Wait; more: number }[] {
  const found = new Map<string, { wait: Wait; more: number }>();
  for (const wait of capacity.waits) {
    const key = [wait.run, wait.task, wait.kind, wait.what].join(" ");
    const known = found.get(key);
    if (known) known.more++;
    else found.set(key, { wait, more: 0 });
  }
  return [...found.values()];
}

function closed(capacity: Capacity, now: Date): string[] {
  return capacity.policies
    .filter((each) => each.inForce && (each.allow === 0 || (each.working ?? 0) >= each.allow))
    .map((each) => {
      const until = each.until ? momentOf(each.until, now) : undefined;
      return each.allow === 0 ? text.closed(each.name, until) : text.limited(each.name, each.working ?? 0, each.allow, until);
    });
}

function holdersOf(holders: Holding[]): string {
  const names = [...new Set(holders.map((each) => each.workflow))];
  const first = names[0] ?? "";
  return names.length <= 1 ? first : names.length === 2 ? `${first} and ${names[1]}` : text.others(first, names.length - 1);
}

function oldest(holders: Holding[]): string {
  return holders.map((each) => each.since).sort()[0] ?? "";
}
