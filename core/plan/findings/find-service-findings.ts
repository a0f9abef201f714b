import { sortFindings, type Finding } from "../../finding";
import { findShapeFindings } from "../shape/find-shape-findings";
import { SERVICE_SHAPE } from "../shape/service-shape";
import { isPlainObject } from "../shape/shape";
import { findCapacityFindings } from "./find-capacity-findings";
import { findDeploymentFindings } from "./find-deployment-findings";
import { findNetworkConfigurationFindings } from "./find-network-findings";
import { findRedeployFindings } from "./find-redeploy-findings";
import { findReferenceFindings } from "./find-reference-findings";
import { findTaskFindings, readArgs } from "./find-task-definition-findings";

/** Finds everything that is wrong with the args of a service, as far as their values are at hand. */
export function findServiceFindings(args: unknown): Finding[] {
    const shape = findShapeFindings(args, SERVICE_SHAPE, "");
    if (!isPlainObject(args)) {
        return shape;
    }
    const read = readArgs(args, SERVICE_SHAPE);
    const { own } = read;
    // Given in the wrong shape, it is given all the same.
    const service = { ...read.service, networkConfiguration: args.networkConfiguration };
    const { secretOptions = {} } = service.serviceConnectConfiguration?.logConfiguration ?? {};
    return sortFindings([
        ...shape,
        ...findTaskFindings(read),
        ...findNetworkConfigurationFindings(service),
        ...findCapacityFindings(service),
        ...findDeploymentFindings(service),
        ...findRedeployFindings(service, own),
        ...findReferenceFindings(
            secretOptions,
            own,
            "serviceConnectConfiguration.logConfiguration.secretOptions",
        ),
    ]);
}
