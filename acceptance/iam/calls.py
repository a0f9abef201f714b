"""Makes calls to moto's server as roles, with its access control on.

calls.py prepare ENDPOINT: makes what is read later. Standard output: {action: ARN}.
calls.py ask ENDPOINT: standard input is a list of {"action", "resource", "policies"}, a policy being
{"document"} or {"arn"}. For each a role is made that has these policies, assumed, and used for the
call. Standard output: a list of true, or false where access is denied.
"""

import json
import sys
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

REGION = "eu-west-1"
NOBODY = {"aws_access_key_id": "example", "aws_secret_access_key": "example"}
DENIED = {"AccessDenied", "AccessDeniedException"}
SETTINGS = Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"})

what, endpoint = sys.argv[1:]


def client(service, credentials):
    return boto3.client(
        service, REGION, endpoint_url=endpoint, config=SETTINGS, **(credentials or NOBODY)
    )


def require_rights(is_required):
    # The count of requests that need none: https://docs.getmoto.org/en/latest/docs/iam.html
    count = b"0" if is_required else b"inf"
    request = urllib.request.Request(
        f"{endpoint}/moto-api/reset-auth",
        data=count,
        # Otherwise the server takes the number for a form.
        headers={"Content-Type": "text/plain"},
        method="POST",
    )
    with urllib.request.urlopen(request) as answer:
        answer.read()


def prepare():
    secrets, keys, iam = (client(name, None) for name in ("secretsmanager", "kms", "iam"))
    secret = secrets.create_secret(Name="app/db", SecretString="made-up-value")
    ssm = client("ssm", None)
    ssm.put_parameter(Name="/app/token", Value="made-up-value", Type="SecureString")
    role = iam.create_role(RoleName="app-task", AssumeRolePolicyDocument=trust_policy("*"))
    s3 = client("s3", None)
    s3.create_bucket(
        Bucket="app-settings", CreateBucketConfiguration={"LocationConstraint": REGION}
    )
    s3.put_object(Bucket="app-settings", Key="prod.env", Body=b"LEVEL=info")
    return {
        "secretsmanager:GetSecretValue": secret["ARN"],
        "ssm:GetParameters": ssm.get_parameter(Name="/app/token")["Parameter"]["ARN"],
        "kms:Decrypt": keys.create_key()["KeyMetadata"]["Arn"],
        "iam:GetRole": role["Role"]["Arn"],
        "s3:GetObject": "arn:aws:s3:::app-settings/prod.env",
    }


def trust_policy(principal):
    statement = {"Effect": "Allow", "Principal": {"AWS": principal}, "Action": "sts:AssumeRole"}
    return document_of(statement)


def document_of(statement):
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def create_caller(iam):
    user = iam.create_user(UserName="caller")["User"]["Arn"]
    may_assume = {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}
    iam.put_user_policy(
        UserName="caller", PolicyName="assume", PolicyDocument=document_of(may_assume)
    )
    key = iam.create_access_key(UserName="caller")["AccessKey"]
    credentials = {
        "aws_access_key_id": key["AccessKeyId"],
        "aws_secret_access_key": key["SecretAccessKey"],
    }
    return user, credentials


def create_role(iam, name, user, policies):
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust_policy(user))
    for index, policy in enumerate(policies):
        title = f"{name}-{index}"
        if "arn" in policy:
            iam.attach_role_policy(RoleName=name, PolicyArn=policy["arn"])
        elif index % 2 == 0:
            iam.put_role_policy(
                RoleName=name, PolicyName=title, PolicyDocument=policy["document"]
            )
        else:
            created = iam.create_policy(PolicyName=title, PolicyDocument=policy["document"])
            iam.attach_role_policy(RoleName=name, PolicyArn=created["Policy"]["Arn"])


def session(sts, account, name):
    role = f"arn:aws:iam::{account}:role/{name}"
    given = sts.assume_role(RoleArn=role, RoleSessionName="task")["Credentials"]
    return {
        "aws_access_key_id": given["AccessKeyId"],
        "aws_secret_access_key": given["SecretAccessKey"],
        "aws_session_token": given["SessionToken"],
    }


def is_denied(error):
    # moto says it in XML to clients that expect JSON, too.
    return error["Code"] in DENIED or "<Code>AccessDenied</Code>" in error["Message"]


def call(action, resource, credentials, ciphertext):
    service, _ = action.split(":")
    own = client(service, credentials)
    try:
        if action == "secretsmanager:GetSecretValue":
            own.get_secret_value(SecretId=resource)
        elif action == "ssm:GetParameters":
            found = own.get_parameters(Names=["/app/token"], WithDecryption=True)
            assert len(found["Parameters"]) == 1
        elif action == "kms:Decrypt":
            own.decrypt(CiphertextBlob=ciphertext)
        elif action == "iam:GetRole":
            own.get_role(RoleName=resource.rsplit("/", 1)[-1])
        elif action == "s3:GetObject":
            bucket, key = resource.rsplit(":", 1)[-1].split("/", 1)
            own.get_object(Bucket=bucket, Key=key)
        else:
            raise ValueError(f"there is no call for {action}")
    except ClientError as error:
        if is_denied(error.response["Error"]):
            return False
        raise
    return True


def ask(questions):
    iam = client("iam", None)
    user, caller = create_caller(iam)
    keys = [one["resource"] for one in questions if one["action"] == "kms:Decrypt"]
    ciphertext = None
    if keys:
        kms = client("kms", None)
        ciphertext = kms.encrypt(KeyId=keys[0], Plaintext=b"made-up-value")["CiphertextBlob"]
    for index, question in enumerate(questions):
        create_role(iam, f"world-{index}", user, question["policies"])
    account = user.split(":")[4]
    sts = client("sts", caller)
    require_rights(True)
    try:
        return [
            call(
                question["action"],
                question["resource"],
                session(sts, account, f"world-{index}"),
                ciphertext,
            )
            for index, question in enumerate(questions)
        ]
    finally:
        require_rights(False)


json.dump(prepare() if what == "prepare" else ask(json.load(sys.stdin)), sys.stdout)
