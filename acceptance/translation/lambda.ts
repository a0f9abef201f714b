import type { AddPermissionCommandInput, CreateFunctionCommandInput } from "@aws-sdk/client-lambda";
import type { FunctionArgs, PermissionArgs } from "@pulumi/aws/lambda";
import { physicalName } from "./names";
import { defineTranslation, refuseRest, type Answer, type Request } from "./request";

type Input = CreateFunctionCommandInput;

/** The smallest ZIP file: the record that ends its list of files, which is empty. */
const EMPTY_ZIP = Buffer.from(`PK\u0005\u0006${"\0".repeat(18)}`, "latin1");

const request = (operation: string, input: object): Request => ({
    service: "lambda",
    operation,
    input,
});

/** `aws:lambda/function:Function` */
export const lambdaFunction = defineTranslation<FunctionArgs>(function* (args, declared) {
    const { name, role, runtime, handler, packageType, architectures, ...more } = args;
    const { code, s3Bucket, s3Key, s3ObjectVersion, imageUri, publish, ...others } = more;
    const { description, environment, kmsKeyArn, layers, memorySize, timeout, ...further } = others;
    const { deadLetterConfig, loggingConfig, tracingConfig, vpcConfig, tags, ...remaining } =
        further;
    const { ephemeralStorage, region: _, sourceCodeHash: __, ...last } = remaining;
    const { reservedConcurrentExecutions, ...rest } = last;
    refuseRest(rest);
    const FunctionName = physicalName({ name }, declared);
    const { FunctionArn }: Answer = yield request("CreateFunction", {
        FunctionName,
        Role: role,
        Runtime: runtime as Input["Runtime"],
        Handler: handler,
        PackageType: packageType as Input["PackageType"],
        Architectures: architectures as Input["Architectures"],
        Code: {
            // The provider packs the files; AWS does not judge what they say.
            ZipFile: code === undefined ? undefined : EMPTY_ZIP,
            S3Bucket: s3Bucket,
            S3Key: s3Key,
            S3ObjectVersion: s3ObjectVersion,
            ImageUri: imageUri,
        },
        Publish: publish,
        Description: description,
        Environment: environment && { Variables: environment.variables },
        KMSKeyArn: kmsKeyArn,
        Layers: layers,
        MemorySize: memorySize,
        Timeout: timeout,
        DeadLetterConfig: deadLetterConfig && { TargetArn: deadLetterConfig.targetArn },
        EphemeralStorage: ephemeralStorage && { Size: ephemeralStorage.size },
        LoggingConfig: loggingConfig && {
            LogFormat: loggingConfig.logFormat as NonNullable<Input["LoggingConfig"]>["LogFormat"],
            LogGroup: loggingConfig.logGroup,
        },
        TracingConfig: tracingConfig && {
            Mode: tracingConfig.mode as NonNullable<Input["TracingConfig"]>["Mode"],
        },
        VpcConfig: vpcConfig && {
            SubnetIds: vpcConfig.subnetIds,
            SecurityGroupIds: vpcConfig.securityGroupIds,
        },
        Tags: tags,
    } satisfies Input);
    if (reservedConcurrentExecutions !== undefined && reservedConcurrentExecutions >= 0) {
        yield request("PutFunctionConcurrency", {
            FunctionName,
            ReservedConcurrentExecutions: reservedConcurrentExecutions,
        });
    }
    return { id: FunctionName, name: FunctionName, arn: FunctionArn };
});

/** `aws:lambda/permission:Permission` */
export const permission = defineTranslation<PermissionArgs>(function* (args, declared) {
    const { action, function: FunctionName, principal, sourceArn, sourceAccount, ...more } = args;
    const { qualifier, principalOrgId, statementId, statementIdPrefix, ...others } = more;
    const { region: _, ...rest } = others;
    refuseRest(rest);
    const StatementId = physicalName(
        { name: statementId, namePrefix: statementIdPrefix },
        declared,
    );
    yield request("AddPermission", {
        FunctionName: String(FunctionName),
        StatementId,
        Action: action,
        Principal: principal,
        PrincipalOrgID: principalOrgId,
        SourceArn: sourceArn,
        SourceAccount: sourceAccount,
        Qualifier: qualifier,
    } satisfies AddPermissionCommandInput);
    return { id: StatementId, statementId: StatementId };
});
