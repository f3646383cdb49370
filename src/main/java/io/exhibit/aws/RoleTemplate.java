package io.exhibit.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * CloudFormation template (JSON) of the collecting role, for a StackSet over the member accounts; a StackSet leaves the
 * management account out, there it is an ordinary stack. The role trusts one role of the account that the tool runs in, and
 * only within the organization.
 */
public final class RoleTemplate {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RoleTemplate() {}

    /** @param role name of the role, as the settings have it */
    public static ObjectNode of(RolePolicy policy, String role) {
        ObjectNode template = JSON.objectNode()
                .put("AWSTemplateFormatVersion", "2010-09-09")
                .put("Description", "The role that Exhibit collects evidence with: it reads, and changes nothing.");
        ObjectNode parameters = template.putObject("Parameters");
        parameter(parameters, "HubAccount", "Account that Exhibit runs in", "^[0-9]{12}$");
        parameter(parameters, "HubRole", "Name of the role that Exhibit runs with", "^[A-Za-z0-9+=,.@_/-]{1,512}$");
        parameter(parameters, "Organization", "Id of the organization", "^o-[a-z0-9]{10,32}$");
        parameter(
                        parameters,
                        "ExternalId",
                        "aws.external_id of the settings, or empty",
                        "^([A-Za-z0-9+=,.@:/_-]{2,1224})?$")
                .put("Default", "")
                .put("NoEcho", true);
        ArrayNode empty = template.putObject("Conditions")
                .putObject("HasExternalId")
                .putArray("Fn::Not")
                .addObject()
                .putArray("Fn::Equals");
        empty.add(reference("ExternalId")).add("");

        ObjectNode resources = template.putObject("Resources");
        ArrayNode attached = JSON.arrayNode();
        List<ObjectNode> documents = policy.managedPolicies();
        for (int i = 0; i < documents.size(); i++) {
            String name = "CollectorPolicy" + (i + 1);
            ObjectNode properties = resource(resources, name, "AWS::IAM::ManagedPolicy");
            properties.put("Description", "What the sources of Exhibit read");
            properties.set("PolicyDocument", documents.get(i));
            attached.add(reference(name));
        }
        ObjectNode collector = resource(resources, "CollectorRole", "AWS::IAM::Role");
        collector.put("RoleName", role).put("MaxSessionDuration", 3600);
        collector.set("ManagedPolicyArns", attached);
        collector.set("AssumeRolePolicyDocument", trust());
        ObjectNode output = template.putObject("Outputs").putObject("RoleArn");
        output.putObject("Value").putArray("Fn::GetAtt").add("CollectorRole").add("Arn");
        return template;
    }

    /** The account as principal and its role as a condition: a role that is made anew keeps working. */
    private static ObjectNode trust() {
        ObjectNode document = JSON.objectNode().put("Version", "2012-10-17");
        ObjectNode statement = document.putArray("Statement")
                .addObject()
                .put("Sid", "HubOnly")
                .put("Effect", "Allow")
                .put("Action", "sts:AssumeRole");
        statement.putObject("Principal").set("AWS", substituted("arn:${AWS::Partition}:iam::${HubAccount}:root"));
        ObjectNode condition = statement.putObject("Condition");
        condition
                .putObject("ArnEquals")
                .set("aws:PrincipalArn", substituted("arn:${AWS::Partition}:iam::${HubAccount}:role/${HubRole}"));
        ObjectNode equal = condition.putObject("StringEquals");
        equal.set("aws:PrincipalOrgID", reference("Organization"));
        equal.putObject("sts:ExternalId")
                .putArray("Fn::If")
                .add("HasExternalId")
                .add(reference("ExternalId"))
                .add(reference("AWS::NoValue"));
        return document;
    }

    private static ObjectNode resource(ObjectNode resources, String name, String type) {
        return resources.putObject(name).put("Type", type).putObject("Properties");
    }

    private static ObjectNode parameter(ObjectNode parameters, String name, String description, String pattern) {
        return parameters
                .putObject(name)
                .put("Type", "String")
                .put("Description", description)
                .put("AllowedPattern", pattern);
    }

    private static ObjectNode reference(String name) {
        return JSON.objectNode().put("Ref", name);
    }

    private static ObjectNode substituted(String text) {
        return JSON.objectNode().put("Fn::Sub", text);
    }
}
