import { shown } from "./figure";
import { images } from "./images";
import { npmStart } from "./npmStart";
import { programStart } from "./programStart";
import { trigger } from "./trigger";

async function run(): Promise<void> {
    const all = [trigger, images, programStart, npmStart];
    for (const measure of all) for (const figure of await measure()) console.log(shown(figure));
}

void run();
