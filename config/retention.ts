import type { Setting } from "./setting";

/** What CloudWatch takes. Source: its `PutRetentionPolicy`. */
const periods = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
    3288, 3653,
];

/** Checks the number of days that a log is kept. */
export function checkRetention(setting: Setting): number {
    const days = periods.find((period) => period === setting.value);
    if (days === undefined) {
        setting.refuse(`is none of CloudWatch's periods in days: ${periods.join(", ")}`, "365");
    }
    return days ?? 365;
}
