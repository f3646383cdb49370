package io.exhibit.sandbox.world;

import java.util.List;

/** One metric alarm of CloudWatch; it tells {@code topic}, unless its actions are off. */
public record Alarm(String name, String namespace, String metric, String topic, boolean actions) {

    static List<Alarm> of(Account account, String region) {
        if (!region.equals("us-east-1")) {
            return List.of();
        }
        String topic = "arn:aws:sns:" + region + ":" + account.id() + ":security-alarms";
        Alarm root = new Alarm("root-user-activity", "Harborview/Trail", "RootUserEventCount", topic, true);
        Alarm failures = new Alarm("failed-console-sign-ins", "Harborview/Trail", "FailedSignInCount", topic, true);
        return switch (account.name()) {
            case "management" -> List.of(root, failures);
            case "claims-prod" ->
                List.of(
                        root,
                        failures,
                        // A name of an alarm may hold any printable character; its topic was deleted.
                        new Alarm("<b>claims-db</b> =cpu+1", "AWS/RDS", "CPUUtilization", topic + "-old", true));
            case "portal-prod" -> List.of(new Alarm(root.name(), root.namespace(), root.metric(), topic, false));
            default -> List.of();
        };
    }
}
