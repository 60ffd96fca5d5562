import { hostileImages, millisecondsToCheck } from "../support/hostileImages";
import type { Figure } from "./figure";

/** Bytes that a file of the brand may have. */
const mostImageBytes = 1_000_000;

/** Measures the check of the brand's files, by those that are made to take long. */
export function images(): Figure[] {
    const seconds = Object.values(hostileImages).map((make) => {
        const image = make(mostImageBytes);
        return Math.min(...[1, 2, 3].map(() => millisecondsToCheck(image))) / 1000;
    });
    return [
        {
            name: "seconds of the processor to check an image of the largest accepted size",
            value: Math.max(...seconds),
            goal: { atMost: 1 },
        },
    ];
}
