import { joinReadings, type PlaintextReading } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { listUserData } from "./user-data";
import { fieldOf, readEach } from "./variables";

/** Lists what the user data of an instance, or of a launch configuration, shows. */
export function listInstancePlaintext({ userData, userDataBase64 }: Properties): PlaintextReading {
    return joinReadings([
        listUserData(userData, "userData", "text"),
        listUserData(userDataBase64, "userDataBase64", "base64"),
    ]);
}

/** Lists what the user data of a launch template shows, which is always encoded. */
export function listLaunchTemplatePlaintext({ userData }: Properties): PlaintextReading {
    return listUserData(userData, "userData", "base64");
}

/** Lists what the user data of a fleet of spot instances shows. */
export function listSpotFleetPlaintext({ launchSpecifications }: Properties): PlaintextReading {
    return readEach(launchSpecifications, "launchSpecifications", (entry, path) =>
        listUserData(fieldOf(entry, "userData"), `${path}.userData`, "text"),
    );
}
