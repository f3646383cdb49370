package io.exhibit.sandbox.world;

import java.util.List;
import java.util.Optional;

/** Who is told what a topic of SNS is told; {@code endpoint} is a mailbox, or the ARN of what takes it. */
public record Subscriber(String protocol, String endpoint, boolean confirmed) {

    /** Empty where there is no such topic. */
    static Optional<List<Subscriber>> of(World world, Account account, String topic) {
        String place = ":" + account.id() + ":";
        if (!topic.contains(place) || !topic.endsWith(":security-alarms")) {
            return Optional.empty();
        }
        Subscriber mailbox = new Subscriber("email", "on-call@harborview-health.example", true);
        return Optional.of(
                switch (account.name()) {
                    case "management" -> List.of(mailbox);
                    case "claims-prod" ->
                        List.of(
                                mailbox,
                                new Subscriber("email", "former.lead@harborview-health.example", false),
                                new Subscriber("sms", "+15555550123", false),
                                new Subscriber(
                                        "lambda", "arn:aws:lambda:us-east-1" + place + "function:page-on-call", true));
                    case "portal-prod" ->
                        List.of(new Subscriber(
                                "email", mailbox.endpoint(), world.since(Story.PORTAL_MAILBOX_CONFIRMED)));
                    default -> List.<Subscriber>of();
                });
    }
}
