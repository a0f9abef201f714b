"""Keeps two secrets, and injects them into the container of a service."""

import pulumi
from pulumi_ecs_secrets import (
    ContainerArgs,
    LaunchType,
    NetworkMode,
    SecretArgs,
    SecretInjectedService,
    SecretReferenceArgs,
    SecretStore,
)

config = pulumi.Config()
web = SecretInjectedService(
    "web",
    cluster=config.require("cluster"),
    launch_type=LaunchType.EC2,
    network_mode=NetworkMode.BRIDGE,
    secrets={
        "database": SecretArgs(
            store=SecretStore.SSM, value=config.require_secret("databasePassword")
        ),
        "api": SecretArgs(value=config.require_secret("apiToken")),
    },
    containers={
        "web": ContainerArgs(
            image="httpd",
            memory=128,
            secrets={
                "DATABASE_PASSWORD": SecretReferenceArgs(secret="database"),
                "API_TOKEN": SecretReferenceArgs(secret="api"),
            },
        )
    },
)

pulumi.export("serviceArn", web.service_arn)
