import * as pulumi from "@pulumi/pulumi";
import { SERVICES } from "./program";

/** What a program costs. */
export interface Cost {
    readonly milliseconds: number;
    /** The most memory that the process held, in MiB. */
    readonly mebibytes: number;
    readonly resources: number;
}

/** Runs one of the two programs against Pulumi's mocks, and tells what it costs. */
async function measure(program: string): Promise<Cost> {
    const { registerService } = (await import(`./${program}.js`)) as {
        registerService: (index: number) => void;
    };
    let resources = 0;
    await pulumi.runtime.setMocks(
        {
            newResource: ({ name, inputs }) => {
                resources += 1;
                const arn = `arn:aws:service:us-east-1:123456789012:kind/${name}-AbCdEf`;
                const { name: given = name } = inputs as { name?: string };
                const state = {
                    ...inputs,
                    name: given,
                    arn,
                    version: 1,
                    versionId: "v1",
                } as object;
                return { id: arn, state };
            },
            call: () => ({
                accountId: "123456789012",
                partition: "aws",
                region: "us-east-1",
            }),
        },
        "bench",
        "dev",
        false,
    );
    const start = process.hrtime.bigint();
    for (let index = 0; index < SERVICES; index += 1) {
        registerService(index);
    }
    await pulumi.runtime.disconnect();
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    return { milliseconds, mebibytes: process.resourceUsage().maxRSS / 1024, resources };
}

void measure(process.argv[2]).then((cost) => process.stdout.write(JSON.stringify(cost)));
