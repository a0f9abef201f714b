import assert from "node:assert/strict";
import { findFunction } from "../../../../sandbox/aws/lambda";
import type { Properties } from "../../../../sandbox/aws/resource-type";
import { EventAccount, trustOf } from "../events/account";

const ARN = "arn:aws:lambda:us-east-1:123456789012:function:rotate";
const ROLE = "arn:aws:iam::123456789012:role/rotate";
const FUNCTION = {
    name: "rotate",
    role: ROLE,
    code: {},
    handler: "index.handler",
    runtime: "nodejs20.x",
};
const PERMISSION = {
    action: "lambda:InvokeFunction",
    function: "rotate",
    principal: "secretsmanager.amazonaws.com",
    statementId: "rotation",
};
const CREATE = "simulated AWS: operation error Lambda: CreateFunction, ";

const refusals: Record<string, [Properties, message: string]> = {
    "of a name with a space": [
        { name: "a b" },
        `${CREATE}ValidationException: Value 'a b' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9-_]{1,64}`,
    ],
    "without code": [
        { code: undefined },
        `${CREATE}InvalidParameterValueException: one of code, imageUri or s3Bucket must be specified`,
    ],
    "without a handler": [
        { handler: undefined },
        `${CREATE}InvalidParameterValueException: handler and runtime must be set when PackageType is Zip`,
    ],
    "with a role that is not there": [
        { role: `${ROLE}-other` },
        `${CREATE}InvalidParameterValueException: The role defined for the function cannot be assumed by Lambda.`,
    ],
    "with a role that trusts another service": [
        { role: "arn:aws:iam::123456789012:role/tasks" },
        `${CREATE}InvalidParameterValueException: The role defined for the function cannot be assumed by Lambda.`,
    ],
    "of a name that is taken": [
        { name: "taken" },
        `${CREATE}ResourceConflictException: Function already exist: taken`,
    ],
};

describe("a simulated function", () => {
    let account: EventAccount;
    beforeEach(() => {
        account = new EventAccount();
        account.roleOf("rotate", trustOf("lambda"));
    });
    afterEach(() => account.remove());

    for (const [title, [inputs, message]] of Object.entries(refusals)) {
        it(`is refused ${title}`, () => {
            account.roleOf("tasks", trustOf("ecs-tasks"));
            account.make("function", { ...FUNCTION, name: "taken" });
            assert.throws(() => account.make("function", { ...FUNCTION, ...inputs }), { message });
        });
    }

    it("may be an image, which needs no handler", () => {
        const inputs = { name: "rotate", role: ROLE, packageType: "Image", imageUri: "image" };
        assert.equal(account.make("function", inputs).id, "rotate");
    });

    it("is kept with those who may invoke it, until they may no longer", () => {
        account.make("function", FUNCTION);
        const kept = { functionArn: ARN, functionName: "rotate", role: ROLE };
        assert.deepEqual(findFunction(account.account, ARN), { ...kept, permissions: [] });
        const first = account.make("permission", PERMISSION);
        account.make("permission", {
            ...PERMISSION,
            function: ARN,
            statementId: "one",
            sourceAccount: "123456789012",
            sourceArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf",
        });
        const { action, principal } = PERMISSION;
        const one = {
            sid: "one",
            principal,
            action,
            sourceArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf",
            sourceAccount: "123456789012",
        };
        const rotation = { sid: "rotation", principal, action };
        const permissions = () => findFunction(account.account, "rotate")?.permissions;
        assert.deepEqual(permissions(), [rotation, one]);
        account.drop("permission", first);
        assert.deepEqual(permissions(), [one]);
        assert.equal(account.refresh("permission", first), undefined);
    });

    it("keeps them when it changes", () => {
        const state = account.make("function", FUNCTION);
        account.make("permission", PERMISSION);
        account.change("function", state, { ...FUNCTION, timeout: 30 });
        assert.equal(findFunction(account.account, "rotate")?.permissions.length, 1);
    });

    it("takes no second statement of the same id", () => {
        account.make("function", FUNCTION);
        account.make("permission", PERMISSION);
        assert.throws(() => account.make("permission", PERMISSION), {
            message:
                "simulated AWS: operation error Lambda: AddPermission, ResourceConflictException: The statement id (rotation) provided already exists. Please provide a new statement id, or remove the existing statement.",
        });
    });

    it("must be there for a permission", () => {
        assert.throws(() => account.make("permission", PERMISSION), {
            message: `simulated AWS: operation error Lambda: AddPermission, ResourceNotFoundException: Function not found: ${ARN}`,
        });
    });

    it("is gone once it is deleted", () => {
        account.drop("function", account.make("function", FUNCTION));
        assert.equal(findFunction(account.account, ARN), undefined);
    });
});
