import assert from "node:assert/strict";
import { renderSource } from "./read-source";

const AWS_PAGE = "https://www.pulumi.com/registry/packages/aws/api-docs/ecs/service/";
const BALANCER = `[ServiceLoadBalancer](${AWS_PAGE}#serviceloadbalancer)`;
const TARGET = `[ServiceTarget](${AWS_PAGE}#servicetarget)`;

/** The types of a schema whose component has one arg `of`. */
function typesOf(type: string, declarations = ""): Record<string, object> {
    return renderSource(`${declarations}\nexport interface DemoArgs { /** It. */ of: ${type}; }`)
        .types;
}

describe("a type of the schema", () => {
    const rows: [title: string, type: string, declarations: string, expected: object][] = [
        [
            "has the properties of the interface and of those that it extends, sorted",
            "PartArgs",
            `/** A base. */ interface BaseArgs { /** B. */ b: Input<string>; /** C. */ c?: string }
             /** A part. */ interface PartArgs extends BaseArgs { /** A. */ a?: Input<string> }`,
            {
                "demo:index:Part": {
                    description: "A part.",
                    type: "object",
                    properties: {
                        a: { description: "A.", type: "string" },
                        b: { description: "B.", type: "string" },
                        c: { description: "C.", type: "string", plain: true },
                    },
                    required: ["b"],
                },
            },
        ],
        [
            "has its own property in place of one that it inherits",
            "PartArgs",
            `interface BaseArgs { /** Theirs. */ a: Input<string> }
             /** A part. */ interface PartArgs extends BaseArgs { /** Ours. */ a: Input<string> }`,
            {
                "demo:index:Part": {
                    description: "A part.",
                    type: "object",
                    properties: { a: { description: "Ours.", type: "string" } },
                    required: ["a"],
                },
            },
        ],
        [
            "is without what the interface omits",
            "PartArgs",
            `interface BaseArgs { a: string; b: string; /** C. */ c: string }
             /** A part. */ interface PartArgs extends Omit<BaseArgs, "a" | "b"> {}`,
            {
                "demo:index:Part": {
                    description: "A part.",
                    type: "object",
                    properties: { c: { description: "C.", type: "string", plain: true } },
                    required: ["c"],
                },
            },
        ],
        [
            "may hold itself",
            "PartArgs",
            "/** A part. */ interface PartArgs { /** More. */ parts?: PartArgs[] }",
            {
                "demo:index:Part": {
                    description: "A part.",
                    type: "object",
                    properties: {
                        parts: {
                            description: "More.",
                            type: "array",
                            items: { $ref: "#/types/demo:index:Part", plain: true },
                            plain: true,
                        },
                    },
                },
            },
        ],
        [
            "is an enum of sorted texts, which is called by its type and its property",
            "PartArgs",
            `/** A part. */ interface PartArgs {
                /**
                 * The size.
                 * @default "Small"
                 */
                size?: Input<"Small" | "Extra-Large" | "NOT_SMALL" | "XL2" | "medium" | "http2">;
             }`,
            {
                "demo:index:Part": {
                    description: "A part.",
                    type: "object",
                    properties: {
                        size: {
                            description: 'The size.\n\nDefault: "Small".',
                            $ref: "#/types/demo:index:PartSize",
                        },
                    },
                },
                "demo:index:PartSize": {
                    description: "The size.",
                    type: "string",
                    enum: [
                        { name: "ExtraLarge", value: "Extra-Large" },
                        { name: "NotSmall", value: "NOT_SMALL" },
                        { value: "Small" },
                        { name: "Xl2", value: "XL2" },
                        { value: "http2" },
                        { value: "medium" },
                    ],
                },
            },
        ],
        [
            "is described by the name that a union has",
            "Input<Letter>",
            '/** A letter. */ type Letter = "a" | "b";',
            {
                "demo:index:Letter": {
                    description: "A letter.",
                    type: "string",
                    enum: [{ value: "a" }, { value: "b" }],
                },
            },
        ],
        [
            "is a copy of the AWS provider's, which links to its page in place of its words",
            "Input<inputs.ecs.ServiceLoadBalancer>",
            "",
            {
                "demo:index:ServiceLoadBalancer": {
                    description: `${BALANCER}, as the AWS provider takes it.`,
                    type: "object",
                    properties: {
                        containerName: {
                            description: `\`containerName\` of ${BALANCER}, as the AWS provider takes it.`,
                            type: "string",
                        },
                        labels: {
                            description: `\`labels\` of ${BALANCER}, as the AWS provider takes it.`,
                            type: "object",
                            additionalProperties: { type: "string" },
                        },
                        target: {
                            description: `\`target\` of ${BALANCER}, as the AWS provider takes it.`,
                            type: "array",
                            items: { $ref: "#/types/demo:index:ServiceTarget" },
                        },
                    },
                    required: ["containerName"],
                },
                "demo:index:ServiceTarget": {
                    description: `${TARGET}, as the AWS provider takes it.`,
                    type: "object",
                    properties: {
                        port: {
                            description: `\`port\` of ${TARGET}, as the AWS provider takes it.`,
                            type: "integer",
                        },
                    },
                },
            },
        ],
    ];
    for (const [title, type, declarations, expected] of rows) {
        it(title, () => assert.deepEqual(typesOf(type, declarations), expected));
    }

    it("stands where its name sorts, wherever it is declared and met", () => {
        const declarations = [
            "/** One. */ interface OneArgs { /** Two. */ two: TwoArgs }",
            "/** Two. */ interface TwoArgs {}",
            "/** The args. */ export interface DemoArgs { /** A. */ a: OneArgs; /** B. */ b: TwoArgs }",
        ];
        const text = JSON.stringify(renderSource(declarations.join("\n")));
        assert.equal(JSON.stringify(renderSource([...declarations].reverse().join("\n"))), text);
    });
});
