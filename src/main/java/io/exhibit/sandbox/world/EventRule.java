package io.exhibit.sandbox.world;

import java.util.List;

/** One rule of the default event bus; it has a pattern or a schedule, the other one is "", and targets by ARN. */
public record EventRule(String name, String pattern, String schedule, String managedBy, List<String> targets) {

    static List<EventRule> of(Account account, String region) {
        String topic = "arn:aws:sns:" + region + ":" + account.id() + ":security-findings";
        String queue = "arn:aws:sqs:" + region + ":" + account.id() + ":security-findings-log";
        EventRule findings = new EventRule(
                "guardduty-findings",
                "{\"source\":[\"aws.guardduty\"],\"detail\":{\"severity\":[{\"numeric\":[\">=\",7]}]}}",
                "",
                "",
                List.of(topic, queue));
        return switch (account.name() + "/" + region) {
            case "claims-prod/us-east-1" -> List.of(findings, managed(account), nightly(account, region));
            case "portal-prod/us-east-1" -> List.of(findings, managed(account));
            case "security/us-east-1", "claims-prod/us-west-2", "portal-prod/us-west-2" -> List.of(findings);
            // Nobody is told.
            case "portal-prod/eu-west-1" ->
                List.of(new EventRule(findings.name(), findings.pattern(), "", "", List.of()));
            default -> List.of();
        };
    }

    private static EventRule managed(Account account) {
        return new EventRule(
                "DO-NOT-DELETE-AmazonInspectorEc2ManagedRule",
                "{\"source\":[\"aws.ec2\"],\"account\":[\"" + account.id() + "\"]}",
                "",
                "inspector2.amazonaws.com",
                List.of("arn:aws:inspector2:::event-target"));
    }

    private static EventRule nightly(Account account, String region) {
        String export = "arn:aws:lambda:" + region + ":" + account.id() + ":function:claims-export";
        return new EventRule("nightly-export", "", "cron(15 3 * * ? *)", "", List.of(export));
    }
}
