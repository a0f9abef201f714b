import { keptTypes } from "../../../../sandbox/aws/kept";
import * as provider from "../../../../sandbox/aws/provider";
import type { Properties, ResourceState } from "../../../../sandbox/aws/resource-type";
import { TestAccount } from "../../../support/simulated-aws";

/** What the resource must name that another one is of, by the input that names it. */
const OWNERS: Readonly<Record<string, readonly [input: string, token: string]>> = {
    "aws:amplify/branch:Branch": ["appId", "aws:amplify/app:App"],
    "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate": [
        "application",
        "aws:elasticbeanstalk/application:Application",
    ],
    "aws:elasticbeanstalk/environment:Environment": [
        "application",
        "aws:elasticbeanstalk/application:Application",
    ],
    "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion": [
        "serviceName",
        "aws:lightsail/containerService:ContainerService",
    ],
    "aws:s3/bucketObject:BucketObject": ["bucket", "aws:s3/bucket:Bucket"],
    "aws:s3/bucketObjectv2:BucketObjectv2": ["bucket", "aws:s3/bucketV2:BucketV2"],
};

/** Inputs of which the provider wants one of several. */
const CHOICES: Readonly<Record<string, Properties>> = {
    "aws:ec2/instance:Instance": { ami: "ami-1", instanceType: "t4g.nano" },
    "aws:ec2/spotFleetRequest:SpotFleetRequest": { launchSpecifications: [] },
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": { launchTemplate: { id: "lt-1" } },
};

/** A simulated account for the resource types that are kept and not simulated further. */
export class KeptAccount extends TestAccount {
    private made = 0;

    /** Checks inputs as the engine does, with the logical name `web`. */
    checked(token: string, news: Properties, olds: Properties = {}) {
        const seed = new Uint8Array([4, 5, 6, this.made++]);
        return provider.checkInputs(provider.resourceType(token), "web", news, olds, seed);
    }

    /** Checks the inputs and creates the resource. */
    make(token: string, news: Properties): ResourceState {
        const { inputs, failures } = this.checked(token, news);
        if (failures.length > 0) {
            throw new Error(failures.map(({ reason }) => reason).join("\n"));
        }
        return provider.create(this.account, provider.resourceType(token), inputs);
    }

    /** Another account of the same simulated AWS. */
    as(id: string): KeptAccount {
        return new KeptAccount(this.account.region, this.folder, id);
    }

    /** Updates a resource, whose inputs are those that are given. */
    change(token: string, id: string, news: Properties): ResourceState {
        const type = provider.resourceType(token);
        return provider.update(this.account, type, id, news, {});
    }

    /** Deletes a resource. */
    discard(token: string, { id, outputs }: ResourceState): void {
        provider.remove(this.account, provider.resourceType(token), id, outputs);
    }

    /** Little that a type can be created of, what it belongs to being created first. */
    minimal(token: string): Properties {
        const { required = [] } = provider.resourceType(token);
        const [input, owner] = OWNERS[token] ?? [];
        return {
            ...Object.fromEntries(required.map((name) => [name, "made-up"])),
            ...CHOICES[token],
            ...(input && owner && { [input]: this.make(owner, this.minimal(owner)).id }),
        };
    }
}

/** The type tokens. */
export const KEPT_TOKENS = keptTypes.map(({ token }) => token).sort();
