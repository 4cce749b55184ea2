// Amounts in words: spans of time, sizes, money, shares, as the page's language writes them.

const code = () => document.documentElement.lang;
const unit = (value, name, digits = 0) => new Intl.NumberFormat(code(), { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: digits }).format(value);
const SPANS = [["day", 86_400, 172_800], ["hour", 3600, 7200], ["minute", 60, 120], ["second", 1, 0]];
const SIZES = [["terabyte", 1e12], ["gigabyte", 1e9], ["megabyte", 1e6], ["kilobyte", 1e3], ["byte", 1]];

/** Seconds, in the largest unit of which there are two or more. */
export function span(seconds) {
  const [name, length] = SPANS.find(([, , from]) => seconds >= from) ?? SPANS.at(-1);
  return unit(Math.max(0, Math.floor(seconds / length)), name);
}

export function bytes(count) {
  const [name, size] = SIZES.find(([, least]) => count >= least) ?? SIZES.at(-1);
  return unit(count / size, name, count / size < 10 && size > 1 ? 1 : 0);
}

export const plain = number => new Intl.NumberFormat(code()).format(number);
export const share = part => new Intl.NumberFormat(code(), { style: "percent", maximumFractionDigits: 1 }).format(part);

/** An amount of the operator's own currency, which may be called anything; small amounts keep two digits that count. */
export function money(value, currency) {
  const digits = value && value < 1 ? { maximumSignificantDigits: 2 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return `${new Intl.NumberFormat(code(), digits).format(value)} ${currency}`.trim();
}

/** An hour, or a day of UTC, in a few letters. */
export function bucketName(seconds, width) {
  const form = width === "1h" ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } : { month: "short", day: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(code(), form).format(seconds * 1000);
}
