import type { ContainerDefinition } from "../../container-definition";
import { formatName } from "../format-name";
import { entriesOf, fieldOf, formatValue, type Shown } from "./fields";
import { readLogOption } from "./log-options";
import { injectRemedy, routerRemedy } from "./remedies";

/** Lists the options of the log driver and of a FireLens router. */
export function listOptions(definition: ContainerDefinition): Shown[] {
    const { logConfiguration, firelensConfiguration } = definition;
    const logDriver = fieldOf(logConfiguration, "logDriver");
    const driver = typeof logDriver === "string" ? logDriver : "";
    const ofDriver = entriesOf(fieldOf(logConfiguration, "options"));
    const ofRouter = entriesOf(fieldOf(firelensConfiguration, "options"));
    return [
        ...ofDriver.flatMap(([name, value]) =>
            listOption(driver, "logConfiguration.options", name, value, (option) =>
                injectRemedy(option, "secretOptions"),
            ),
        ),
        ...ofRouter.flatMap(([name, value]) =>
            listOption("awsfirelens", "firelensConfiguration.options", name, value, routerRemedy),
        ),
    ];
}

function listOption(
    driver: string,
    field: string,
    option: string,
    value: unknown,
    remedyFor: (option: string) => string,
): Shown[] {
    const remedy = remedyFor(option);
    return readLogOption(driver, option, formatValue(value)).map(({ within, name, value }) => ({
        place: "logOption",
        path: [field, ...within.map(formatName)].join(" "),
        name,
        value,
        remedy,
    }));
}
