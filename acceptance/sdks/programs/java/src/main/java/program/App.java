package program;

import com.pulumi.Pulumi;
import com.pulumi.ecssecrets.SecretInjectedService;
import com.pulumi.ecssecrets.SecretInjectedServiceArgs;
import com.pulumi.ecssecrets.enums.LaunchType;
import com.pulumi.ecssecrets.enums.NetworkMode;
import com.pulumi.ecssecrets.enums.SecretStore;
import com.pulumi.ecssecrets.inputs.ContainerArgs;
import com.pulumi.ecssecrets.inputs.SecretArgs;
import com.pulumi.ecssecrets.inputs.SecretReferenceArgs;
import java.util.Map;

/** Keeps two secrets, and injects them into the container of a service. */
public class App {
    public static void main(String[] args) {
        Pulumi.run(ctx -> {
            var config = ctx.config();
            var web = new SecretInjectedService("web", SecretInjectedServiceArgs.builder()
                .cluster(config.require("cluster"))
                .launchType(LaunchType.Ec2)
                .networkMode(NetworkMode.Bridge)
                .secrets(Map.of(
                    "database", SecretArgs.builder()
                        .store(SecretStore.Ssm)
                        .value(config.requireSecret("databasePassword"))
                        .build(),
                    "api", SecretArgs.builder().value(config.requireSecret("apiToken")).build()))
                .containers(Map.of("web", ContainerArgs.builder()
                    .image("httpd")
                    .memory(128)
                    .secrets(Map.of(
                        "DATABASE_PASSWORD", SecretReferenceArgs.builder().secret("database").build(),
                        "API_TOKEN", SecretReferenceArgs.builder().secret("api").build()))
                    .build()))
                .build());
            ctx.export("serviceArn", web.serviceArn());
        });
    }
}
