import type { ServiceConnectConfiguration } from "@aws-sdk/client-ecs";
import type { ServiceArgs } from "@pulumi/aws/ecs";
import type { Unwrap } from "@pulumi/pulumi";

type Args = NonNullable<Unwrap<ServiceArgs>["serviceConnectConfiguration"]>;

/** Service Connect as AWS takes it: it differs in what is a list, and in the certificate. */
export function translateServiceConnect(args: Args): ServiceConnectConfiguration {
    const { services, logConfiguration, ...rest } = args;
    return {
        ...(rest as Omit<ServiceConnectConfiguration, "services" | "logConfiguration">),
        services: services?.map(({ clientAlias, tls, ...service }) => ({
            ...service,
            clientAliases: clientAlias && [clientAlias].flat(),
            tls: tls && translateTls(tls),
        })) as ServiceConnectConfiguration["services"],
        logConfiguration: logConfiguration as ServiceConnectConfiguration["logConfiguration"],
    };
}

type TlsArgs = NonNullable<NonNullable<Args["services"]>[number]["tls"]>;

function translateTls({ issuerCertAuthority, ...tls }: TlsArgs) {
    return { ...tls, issuerCertificateAuthority: issuerCertAuthority };
}
