"""Judges what requests carry with cfn-lint, AWS's own judge of CloudFormation templates.

Policies, definitions of state machines, containers: each is made the property of the CloudFormation
resource that takes the same.
"""

import json
import re

from cfnlint.api import lint

# Warnings that are findings here: actions that their service does not have.
WARNINGS = {"W3037"}

# A value at the beginning of a message: the path says where it is, and it is not to be told.
VALUE = re.compile(
    r"^(?:'.*?'|\{.*\}|\[.*?\])(?= (?:is (?!a required)|does|has|was|are)\b)", re.DOTALL
)
LONGEST_MESSAGE = 200

EXAMPLE_ROLE = "arn:aws:iam::123456789012:role/example"


def lint_findings(request, input_shape):
    """The findings for one request; none for what CloudFormation has nothing like."""
    render = RENDERERS.get((request["service"], request["operation"]))
    try:
        resource = render and render(request["params"], input_shape)
    except ValueError:
        yield "cfn-lint: the document is not JSON"
        return
    if not resource:
        return
    type_name, properties = resource
    template = {"Resources": {"Judged": {"Type": type_name, "Properties": properties}}}
    for match in lint(json.dumps(template), regions=["us-east-1"]):
        if match.rule.id.startswith("E") or match.rule.id in WARNINGS:
            path = ".".join(str(step) for step in match.path[3:]) or type_name
            message = VALUE.sub("…", match.message)[:LONGEST_MESSAGE]
            yield f"cfn-lint {match.rule.id}: {path}: {message}"


def document(type_name, name, get, **others):
    """Renders a text with JSON in it, if the request has one."""

    def render(params, _):
        text = get(params)
        return text and (type_name, {**others, name: json.loads(text)})

    return render


def same(type_name, left_out=()):
    """Renders a request whose members CloudFormation knows by the same names, capitalized."""

    def render(params, shape):
        members = capitalized(params, shape)
        return type_name, {key: value for key, value in members.items() if key not in left_out}

    return render


def capitalized(value, shape):
    if shape.type_name == "structure":
        return {
            name[0].upper() + name[1:]: capitalized(member, shape.members[name])
            for name, member in value.items()
        }
    if shape.type_name == "list":
        return [capitalized(member, shape.member) for member in value]
    return value


def queue_policy(params):
    return params.get("Attributes", {}).get("Policy")


RENDERERS = {
    ("ecs", "CreateService"): same("AWS::ECS::Service"),
    ("ecs", "RegisterTaskDefinition"): same("AWS::ECS::TaskDefinition"),
    ("iam", "CreatePolicy"): document(
        "AWS::IAM::ManagedPolicy", "PolicyDocument", lambda params: params["PolicyDocument"]
    ),
    ("iam", "CreateRole"): document(
        "AWS::IAM::Role",
        "AssumeRolePolicyDocument",
        lambda params: params["AssumeRolePolicyDocument"],
    ),
    ("iam", "PutRolePolicy"): document(
        "AWS::IAM::RolePolicy",
        "PolicyDocument",
        lambda params: params["PolicyDocument"],
        RoleName="example",
        PolicyName="example",
    ),
    ("kms", "CreateKey"): document(
        "AWS::KMS::Key", "KeyPolicy", lambda params: params.get("Policy")
    ),
    ("kms", "PutKeyPolicy"): document(
        "AWS::KMS::Key", "KeyPolicy", lambda params: params["Policy"]
    ),
    ("secretsmanager", "PutResourcePolicy"): document(
        "AWS::SecretsManager::ResourcePolicy",
        "ResourcePolicy",
        lambda params: params["ResourcePolicy"],
        SecretId="example",
    ),
    ("sqs", "CreateQueue"): document(
        "AWS::SQS::QueuePolicy", "PolicyDocument", queue_policy, Queues=["example"]
    ),
    ("sqs", "SetQueueAttributes"): document(
        "AWS::SQS::QueuePolicy", "PolicyDocument", queue_policy, Queues=["example"]
    ),
    ("stepfunctions", "CreateStateMachine"): document(
        "AWS::StepFunctions::StateMachine",
        "Definition",
        lambda params: params["definition"],
        RoleArn=EXAMPLE_ROLE,
    ),
    ("events", "PutRule"): document(
        "AWS::Events::Rule", "EventPattern", lambda params: params.get("EventPattern")
    ),
}
