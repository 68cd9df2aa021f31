export interface Supposition {
  late: number;
  effect: number;
  adoption: number;
  without: string[];
}

export const AS_PLANNED: Supposition = { late: 0, effect: 100, adoption: 100, without: [] };

/** What is supposed, as it stands in an address; what is not there or no number is as planned. */
export function readFrom(chosen: (key: string) => string): Supposition {
  return {
    late: whole(chosen("late"), 0, 365, AS_PLANNED.late),
    effect: whole(chosen("effect"), 0, 150, AS_PLANNED.effect),
    adoption: whole(chosen("adoption"), 0, 100, AS_PLANNED.adoption),
    without: chosen("without").split(",").filter(Boolean).sort(),
  };
}

export function isAsPlanned(supposition: Supposition): boolean {
  const { late, effect, adoption, without } = supposition;
  return late === AS_PLANNED.late && effect === AS_PLANNED.effect && adoption === AS_PLANNED.adoption && without.length === 0;
}

/** The levers that are left out once one of them is taken in or out. */
export function toggled(without: string[], lever: string): string[] {
  return without.includes(lever) ? without.filter((each) => each !== lever) : [...without, lever].sort();
}

function whole(text: string, least: number, most: number, other: number): number {
  const value = text === "" ? Number.NaN : Number(text);
  return Number.isInteger(value) ? Math.min(most, Math.max(least, value)) : other;
}
