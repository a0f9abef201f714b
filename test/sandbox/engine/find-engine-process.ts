// A process of its own that searches as the package does, without Pulumi's installer, which needs
// the network. It prints its progress and then the engine.
import { allSteps, findEngineBy } from "../../../sandbox/engine/find";
import { installer } from "../../../sandbox/engine/installer";

const making = allSteps.making.filter((step) => step !== installer);

void findEngineBy({ ...allSteps, making }, { report: (line) => console.log(line) }).then(
    (engine) => console.log(JSON.stringify(engine)),
    (error: Error) => {
        console.log(error.message);
        process.exitCode = 1;
    },
);
