"""Asks moto's access control whether the policies of a role permit an action.

Standard input: {"questions": [{"action", "resource", "policies"}], "managed": [name]}. A policy is
{"document"}, or {"arn", "hasLowerActions"} for one of AWS's own, of which moto has the document.
Standard output: {"permitted": [true, false, or null where moto breaks], "managed": {name: answer}},
the answers as `aws iam get-policy-version` gives them.
"""

import json
import re
import sys
from functools import cache
from types import SimpleNamespace

from moto.iam.access_control import IAMRequest
from moto.iam.aws_managed_policies import aws_managed_policies_data

# moto compiles every pattern of a policy for every question; Python keeps 512 of them by default.
re._MAXCACHE = 100_000

RECORDED = json.loads(aws_managed_policies_data)


class Denied(Exception):
    pass


class Question(IAMRequest):
    """A request without its signature: moto's own decision, and nothing of HTTP."""

    def __init__(self, action, documents):
        self._action = action
        self._access_key = SimpleNamespace(
            collect_policies=lambda: [{"policy_document": document} for document in documents]
        )

    def _raise_access_denied(self):
        raise Denied


@cache
def managed_document(arn, has_lower_actions):
    document = RECORDED[arn.rsplit("/", 1)[-1]]["Document"]
    if not has_lower_actions:
        return json.dumps(document)
    statements = document["Statement"]
    statements = statements if isinstance(statements, list) else [statements]
    return json.dumps({**document, "Statement": [lower_actions(one) for one in statements]})


def lower_actions(statement):
    return {
        element: json.loads(json.dumps(value).lower())
        if element in ("Action", "NotAction")
        else value
        for element, value in statement.items()
    }


def document_of(policy):
    if "document" in policy:
        return policy["document"]
    return managed_document(policy["arn"], policy["hasLowerActions"])


def permitted(question):
    documents = [document_of(policy) for policy in question["policies"]]
    try:
        Question(question["action"], documents).check_action_permitted(question["resource"])
        return True
    except Denied:
        return False
    except Exception:
        # For example where a pattern is no regular expression.
        return None


def recorded(name):
    policy = RECORDED[name]
    version = {
        "Document": policy["Document"],
        "VersionId": policy["DefaultVersionId"],
        "CreateDate": policy["UpdateDate"],
    }
    return {"PolicyVersion": version}


asked = json.load(sys.stdin)
answer = {
    "managed": {name: recorded(name) for name in asked["managed"] if name in RECORDED},
    "permitted": [permitted(question) for question in asked["questions"]],
}
json.dump(answer, sys.stdout)
