import type { PlaintextReading } from "../../core";
import { listAppPlaintext, listBranchPlaintext } from "../places/amplify";
import { listAppRunnerPlaintext } from "../places/app-runner-service";
import { listSettingsPlaintext } from "../places/beanstalk-settings";
import { listEventTargetPlaintext, listSchedulePlaintext } from "../places/event-target";
import { listFunctionPlaintext } from "../places/function";
import { listConnectionPlaintext, listJobPlaintext, listTriggerPlaintext } from "../places/glue";
import {
    listInstancePlaintext,
    listLaunchTemplatePlaintext,
    listSpotFleetPlaintext,
} from "../places/instance";
import { listJobDefinitionPlaintext } from "../places/job-definition";
import { listLightsailPlaintext } from "../places/lightsail-deployment";
import { listParameterPlaintext } from "../places/parameter";
import { listProjectPlaintext } from "../places/project";
import { listStateMachinePlaintext } from "../places/state-machine";
import { listTaskDefinitionPlaintext } from "../places/task-definition";
import type { Properties } from "../plaintext/define-policy";
import { TYPES } from "../stack/model";

/** Lists what a resource shows to others. */
export type ListPlaintext = (props: Properties, urn: string) => PlaintextReading;

/** By resource type: everything in such a resource that others may read. */
export const PLACES: Readonly<Record<string, ListPlaintext>> = {
    "aws:amplify/app:App": listAppPlaintext,
    "aws:amplify/branch:Branch": listBranchPlaintext,
    "aws:apprunner/service:Service": listAppRunnerPlaintext,
    "aws:batch/jobDefinition:JobDefinition": listJobDefinitionPlaintext,
    "aws:cloudwatch/eventTarget:EventTarget": listEventTargetPlaintext,
    "aws:codebuild/project:Project": listProjectPlaintext,
    "aws:ec2/instance:Instance": listInstancePlaintext,
    "aws:ec2/launchConfiguration:LaunchConfiguration": listInstancePlaintext,
    "aws:ec2/launchTemplate:LaunchTemplate": listLaunchTemplatePlaintext,
    "aws:ec2/spotFleetRequest:SpotFleetRequest": listSpotFleetPlaintext,
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest": listInstancePlaintext,
    "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate": listSettingsPlaintext,
    "aws:elasticbeanstalk/environment:Environment": listSettingsPlaintext,
    "aws:glue/connection:Connection": listConnectionPlaintext,
    "aws:glue/job:Job": listJobPlaintext,
    "aws:glue/trigger:Trigger": listTriggerPlaintext,
    "aws:lambda/function:Function": listFunctionPlaintext,
    "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion":
        listLightsailPlaintext,
    "aws:scheduler/schedule:Schedule": listSchedulePlaintext,
    "aws:sfn/stateMachine:StateMachine": listStateMachinePlaintext,
    [TYPES.parameter]: listParameterPlaintext,
    [TYPES.taskDefinition]: listTaskDefinitionPlaintext,
};

/**
 * The properties that the provider's SDK marks secret whatever they hold; that Pulumi holds them
 * secret tells nothing. Source: the constructors of these resources in `@pulumi/aws`.
 */
export const ALWAYS_HELD: readonly string[] = [
    "aws:glue/connection:Connection athenaProperties",
    "aws:glue/connection:Connection connectionProperties",
    `${TYPES.parameter} value`,
    `${TYPES.parameter} valueWo`,
];
