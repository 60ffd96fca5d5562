import { shown } from "./figure";
import { programStart } from "./programStart";
import { trigger } from "./trigger";

async function run(): Promise<void> {
    for (const figure of await trigger()) console.log(shown(figure));
    console.log(shown(programStart()));
}

void run();
