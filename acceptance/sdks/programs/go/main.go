// Keeps two secrets, and injects them into the container of a service.
package main

import (
	ecssecrets "example.com/pulumi-ecs-secrets/sdk/go/ecssecrets"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		settings := config.New(ctx, "")
		store := ecssecrets.SecretStoreSsm
		web, err := ecssecrets.NewSecretInjectedService(ctx, "web", &ecssecrets.SecretInjectedServiceArgs{
			Cluster:     pulumi.String(settings.Require("cluster")),
			LaunchType:  ecssecrets.LaunchTypeEc2,
			NetworkMode: ecssecrets.NetworkModeBridge,
			Secrets: map[string]ecssecrets.SecretArgs{
				"database": {
					Store: &store,
					Value: settings.RequireSecret("databasePassword"),
				},
				"api": {Value: settings.RequireSecret("apiToken")},
			},
			Containers: map[string]ecssecrets.ContainerArgs{
				"web": {
					Image:  pulumi.String("httpd"),
					Memory: pulumi.Int(128),
					Secrets: map[string]ecssecrets.SecretReferenceArgs{
						"DATABASE_PASSWORD": {Secret: pulumi.StringRef("database")},
						"API_TOKEN":         {Secret: pulumi.StringRef("api")},
					},
				},
			},
		})
		if err != nil {
			return err
		}
		ctx.Export("serviceArn", web.ServiceArn)
		return nil
	})
}
