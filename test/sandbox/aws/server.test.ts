import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { toProperties, toStruct } from "../../../sandbox/aws/wire";
import type { Properties } from "../../../sandbox/aws/resource-type";
import { putParameterValue } from "../../../sandbox/aws/ssm";
import { TestAccount } from "../../support/simulated-aws";

const PARAMETER = "urn:pulumi:dev::web::aws:ssm/parameter:Parameter::a";

describe("the server of the simulated AWS", function () {
    this.timeout(60_000);
    let account: TestAccount;
    let server: ChildProcess;
    let client: ResourceProviderClient;
    before(async () => {
        account = new TestAccount("cn-north-1", undefined, "210987654321");
        const main = path.join(__dirname, "..", "..", "..", "sandbox", "aws", "main.ts");
        const loader = ["-r", "ts-node/register/transpile-only"];
        server = spawn(process.execPath, [...loader, main, account.folder]);
        const [port] = (await once(server.stdout!, "data")) as [Buffer];
        const address = `127.0.0.1:${port.toString().trim()}`;
        client = new ResourceProviderClient(address, grpc.credentials.createInsecure());
        const request = new proto.ConfigureRequest();
        const roles = [{ roleArn: "arn:aws-cn:iam::210987654321:role/deploy" }];
        request
            .getVariablesMap()
            .set("aws:config:assumeRoles", JSON.stringify(roles))
            .set("aws:config:region", "cn-north-1");
        await answer((done) => client.configure(request, done));
    });
    after(() => {
        client.close();
        server.kill();
        account.remove();
    });

    const struct = (properties: Properties) => toStruct(properties) as never;

    it("answers for the account and the region that it was configured with", async () => {
        const request = new proto.InvokeRequest();
        request.setTok("aws:index/getCallerIdentity:getCallerIdentity");
        const response = await answer<proto.InvokeResponse>((done) => client.invoke(request, done));
        const found = toProperties(response.getReturn());
        assert.equal(found.arn, "arn:aws-cn:iam::210987654321:user/simulated");
    });

    it("makes resources there, and refreshes the inputs of one that was changed elsewhere", async () => {
        const inputs = { name: "/a", type: "String", value: "fake-one" };
        const create = new proto.CreateRequest();
        create.setUrn(PARAMETER);
        create.setProperties(struct(inputs));
        const created = await answer<proto.CreateResponse>((done) => client.create(create, done));
        putParameterValue(account.account, "/a", "fake-rotated");
        const read = new proto.ReadRequest();
        read.setUrn(PARAMETER);
        read.setId(created.getId());
        read.setInputs(struct(inputs));
        read.setProperties(created.getProperties());
        const found = await answer<proto.ReadResponse>((done) => client.read(read, done));
        assert.deepEqual(toProperties(found.getInputs()), { ...inputs, value: "fake-rotated" });
        const { arn } = toProperties(found.getProperties());
        assert.equal(arn, "arn:aws-cn:ssm:cn-north-1:210987654321:parameter/a");
    });
});

function answer<Response>(
    call: (done: (error: grpc.ServiceError | null, response: Response) => void) => unknown,
): Promise<Response> {
    return new Promise((resolve, reject) => {
        call((error, response) => (error ? reject(error) : resolve(response)));
    });
}
