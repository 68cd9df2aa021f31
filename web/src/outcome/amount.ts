const locale = "en-GB";
const DIGITS = 3;

/** A value as people read it: three digits, all digits of whole numbers, and its unit. */
export function amountOf(value: number | null | undefined, unit?: string | null): string {
  if (value === null || value === undefined) return "–";
  const whole = Math.abs(value) >= 10 ** DIGITS;
  const text = new Intl.NumberFormat(locale, whole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: DIGITS }).format(value);
  return withUnit(text.replace("-", "−"), unit);
}

/** A change with its sign: "+3 days", "−14 minutes a week". */
export function changeOf(value: number, unit?: string | null): string {
  return value > 0 ? `+${amountOf(value, unit)}` : amountOf(value, unit);
}

/** "percent" is written as a sign, as on the server. */
function withUnit(text: string, unit: string | null | undefined): string {
  if (!unit) return text;
  return unit === "percent" ? `${text}\u00a0%` : `${text} ${unit}`;
}

/** A chance as a percentage that does not pretend: never 0 % or 100 % unless it is decided. */
export function chanceOf(chance: number): string {
  const percent = Math.round(chance * 100);
  if (percent === 0) return "less than 1\u00a0%";
  if (percent === 100) return "more than 99\u00a0%";
  return `${percent}\u00a0%`;
}

/** "about 6 in 10", for those to whom a percentage says little. */
export function inTen(chance: number): string {
  const tenths = Math.round(chance * 10);
  if (tenths === 0) return "fewer than 1 in 10";
  if (tenths === 10) return "more than 9 in 10";
  return `about ${tenths} in 10`;
}

/** The position in words without the statement, which stands above it already. */
export function restOf(sentence: string, statement: string): string {
  return sentence.startsWith(statement) ? sentence.slice(statement.length).trim() : sentence;
}
