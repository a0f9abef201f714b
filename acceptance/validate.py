"""Judges requests by the service models of botocore, and what they carry with cfn-lint.

Standard input: a JSON list of {"service", "operation", "params"}.
Standard output: a JSON list with one list of findings for each request, empty where there are none.
A finding begins with the name of who found it.
botocore's own validation knows required members, types, names and lower limits. The models say more,
which is judged here as well: values of enumerations, upper limits and patterns.
No finding holds a value.
"""

import json
import re
import sys
from functools import cache

from botocore.exceptions import UnknownServiceError
from botocore.loaders import Loader
from botocore.model import OperationNotFoundError, ServiceModel
from botocore.validate import ParamValidator
from lint import lint_findings

# What botocore says of these may hold the value, which is not to be told.
VALUE = re.compile(r"(, value: ).*?(?=, (?:type|valid))|(?<=, value: )[^,]*$", re.DOTALL)


@cache
def service_model(service):
    return ServiceModel(Loader().load_service_model(service, "service-2"), service)


def findings(request):
    try:
        operation = service_model(request["service"]).operation_model(request["operation"])
    except (UnknownServiceError, OperationNotFoundError) as error:
        return [f"botocore: {error}"]
    params, shape = request["params"], operation.input_shape
    if shape is None:
        return [f"botocore: {request['operation']} takes no parameters"] if params else []
    report = ParamValidator().validate(params, shape).generate_report()
    own = [VALUE.sub(r"\1…", line) for line in report.splitlines() if line]
    # What has the wrong type cannot be measured.
    measured = [] if own else constraint_findings(params, shape, "")
    found = [f"botocore: {finding}" for finding in [*own, *measured]]
    return found or list(lint_findings(request, shape))


def constraint_findings(value, shape, path):
    if shape.type_name == "structure":
        for name, member in value.items():
            yield from constraint_findings(member, shape.members[name], f"{path}.{name}".lstrip("."))
    elif shape.type_name == "list":
        yield from limit_findings(len(value), shape, path)
        for index, member in enumerate(value):
            yield from constraint_findings(member, shape.member, f"{path}[{index}]")
    elif shape.type_name == "map":
        yield from limit_findings(len(value), shape, path)
        for key, member in value.items():
            yield from constraint_findings(key, shape.key, f"{path} (key {key})")
            yield from constraint_findings(member, shape.value, f"{path}.{key}")
    elif shape.type_name == "string":
        yield from limit_findings(len(value), shape, path)
        if shape.enum and value not in shape.enum:
            yield f"{path} must be one of {', '.join(shape.enum)}"
        if not matches(shape.metadata.get("pattern"), value):
            yield f"{path} must match {shape.metadata['pattern']}"
    elif shape.type_name in ("integer", "long", "float", "double"):
        yield from limit_findings(value, shape, path)


def limit_findings(size, shape, path):
    # botocore judges the lower limits.
    most = shape.metadata.get("max")
    if most is not None and size > most:
        yield f"{path} is over {most}"


def matches(pattern, value):
    if pattern is None:
        return True
    try:
        return re.fullmatch(pattern, value) is not None
    except re.error:
        # The models are written for other engines: what Python cannot read judges nothing.
        return True


json.dump([findings(request) for request in json.load(sys.stdin)], sys.stdout)
