"""Renders a case as what each tool reads: Terraform, CloudFormation, a registered task definition."""

import json

# Maps whose keys are the user's own, and keep their spelling in CloudFormation.
FREE_KEYS = {"DockerLabels", "Options"}


def terraform(name, container):
    """A resource with jsonencode, one attribute a line: the layout in which Checkov finds most."""
    return (
        f'resource "aws_ecs_task_definition" "{name}" {{\n'
        f'  family = "{name}"\n'
        f"  container_definitions = jsonencode([\n    {_hcl(container, 4)}\n  ])\n"
        "}\n"
    )


def cloudformation(name, container):
    """A template of one resource, indented."""
    resource = {
        "Type": "AWS::ECS::TaskDefinition",
        "Properties": {"Family": name, "ContainerDefinitions": [_pascal(container)]},
    }
    template = {"AWSTemplateFormatVersion": "2010-09-09", "Resources": {name: resource}}
    return json.dumps(template, indent=2, ensure_ascii=False)


def task_definition(name, container):
    """What ecs:DescribeTaskDefinition answers."""
    return {"family": name, "containerDefinitions": [container]}


def _hcl(value, indent):
    pad = " " * indent
    if isinstance(value, dict):
        lines = [
            f"{pad}  {_text(key)} = {_hcl(member, indent + 2)}\n" for key, member in value.items()
        ]
        return "{\n" + "".join(lines) + pad + "}"
    if isinstance(value, list):
        return "[\n" + "".join(f"{pad}  {_hcl(one, indent + 2)},\n" for one in value) + pad + "]"
    return _text(value)


def _text(value):
    """JSON's quotes and escapes are HCL's, but for the marks of its templates."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("${", "$${").replace("%{", "%%{")


def _pascal(value):
    if isinstance(value, list):
        return [_pascal(one) for one in value]
    if not isinstance(value, dict):
        return value
    members = {key[0].upper() + key[1:]: member for key, member in value.items()}
    return {
        key: dict(member) if key in FREE_KEYS else _pascal(member)
        for key, member in members.items()
    }
