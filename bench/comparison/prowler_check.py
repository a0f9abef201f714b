"""Has Prowler's own check judge task definitions of a file, without AWS.

usage: <Prowler's python> prowler_check.py FILE, which prints a line of JSON for each task definition

Stubbed are the client of boto3, which would ask AWS, and the module that holds the service for the
checks. Reading a task definition, the check and the scan are Prowler's.
"""

import json
import sys
import types

from prowler.providers.aws.services.ecs.ecs_service import ECS, TaskDefinition

REGION = "eu-west-1"
CHECK = "ecs_task_definitions_no_environment_secrets"


class Client:
    """Answers from the file: the revision is the place in it."""

    def __init__(self, definitions):
        self.definitions = definitions

    def describe_task_definition(self, taskDefinition, include):
        revision = int(taskDefinition.rsplit(":", 1)[1])
        return {"taskDefinition": self.definitions[revision - 1], "tags": []}


def create_service(definitions):
    service = object.__new__(ECS)
    service.regional_clients = {REGION: Client(definitions)}
    service.audit_config = {}
    service.task_definitions = {}
    for revision, definition in enumerate(definitions, start=1):
        family = definition["family"]
        arn = f"arn:aws:ecs:{REGION}:123456789012:task-definition/{family}:{revision}"
        task = TaskDefinition(name=family, arn=arn, revision=str(revision), region=REGION)
        ECS._describe_task_definition(service, task)
        service.task_definitions[arn] = task
    return service


def main(file):
    with open(file, encoding="utf8") as opened:
        service = create_service(json.load(opened))
    holder = types.ModuleType("prowler.providers.aws.services.ecs.ecs_client")
    holder.ecs_client = service
    sys.modules[holder.__name__] = holder
    package = f"prowler.providers.aws.services.ecs.{CHECK}.{CHECK}"
    check = getattr(__import__(package, fromlist=[CHECK]), CHECK)
    for report in check().execute():
        family = report.resource_id.split(":")[0]
        print(json.dumps({"family": family, "status": report.status}))


if __name__ == "__main__":
    main(sys.argv[1])
