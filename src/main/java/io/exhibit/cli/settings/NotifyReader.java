package io.exhibit.cli.settings;

import io.exhibit.aws.SnsTopic;
import io.exhibit.deliver.Smtp;
import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Node;
import io.exhibit.mapping.Problems;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the section {@code notify} of the settings: who is told when something is wrong. */
final class NotifyReader {

    static final Set<String> WAYS = Set.of("mail", "webhook", "sns");
    static final Set<String> MAIL = Set.of("to");
    static final Set<String> WEBHOOK = Set.of("url", "secret");
    static final Set<String> SNS = Set.of("topic", "region");

    private static final String HINT = "Write - mail: {to: [ops@example.org]}, - webhook: {url: https://..., secret:"
            + " {file: ...}}, or - sns: {topic: arn:aws:sns:...}.";

    private final Path folder;
    private final Problems problems;

    NotifyReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** @param mail whether the settings name a mail server */
    List<Serving.Notice> read(Fields top, boolean mail) {
        List<Serving.Notice> all = new ArrayList<>();
        for (Node item : top.list("notify")) {
            Fields one = new Fields(item, problems, WAYS);
            List<String> ways = WAYS.stream().filter(one::has).toList();
            if (ways.size() != 1) {
                if (item instanceof Node.Mapping) {
                    problems.add("wrong-type", item.position(), "Each entry of notify names one way.", HINT);
                }
                continue;
            }
            Optional<Serving.Notice> read = switch (ways.get(0)) {
                case "mail" -> mail(one, section(one, "mail", MAIL), mail);
                case "webhook" -> webhook(section(one, "webhook", WEBHOOK));
                default -> sns(section(one, "sns", SNS));
            };
            read.ifPresent(all::add);
        }
        return all;
    }

    private Optional<Serving.Notice> mail(Fields entry, Fields mail, boolean server) {
        List<String> to = mail.texts("to");
        if (to.isEmpty()) {
            problems.add("missing-key", mail.position(), "mail names nobody.", "Write to: [ops@example.org].");
        }
        to.stream()
                .filter(address -> !Smtp.isAddress(address))
                .forEach(address -> problems.add(
                        "wrong-type",
                        mail.position("to"),
                        "\"" + address + "\" is no mail address.",
                        "Write it like ops@example.org."));
        if (!server) {
            problems.add(
                    "missing",
                    entry.position(),
                    "Mail needs a server that takes it, and the settings name none.",
                    "Write the section smtp.");
        }
        return Optional.of(new Serving.Notice.Mail(to));
    }

    private Optional<Serving.Notice> webhook(Fields webhook) {
        String url = webhook.required("url");
        Optional<Secret> secret = Secret.read(webhook, "secret", folder, problems);
        if (!webhook.has("secret")) {
            problems.add(
                    "missing-key",
                    webhook.position(),
                    "webhook has no secret: whoever gets it could not tell whether it comes from here.",
                    "Write secret: {file: /run/secrets/exhibit-webhook}.");
        }
        if (url.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = Values.endpoint(url);
            if (address.getScheme().equals("http") && !isHere(address)) {
                problems.add(
                        "wrong-type",
                        webhook.position("url"),
                        "A webhook on another host is told by https only.",
                        "Write https://" + url.substring("http://".length()));
            }
            return secret.map(known -> new Serving.Notice.Webhook(address, known));
        } catch (IllegalArgumentException e) {
            problems.add("wrong-type", webhook.position("url"), "url: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Serving.Notice> sns(Fields sns) {
        String topic = sns.required("topic");
        if (!topic.isEmpty() && !SnsTopic.isArn(topic)) {
            problems.add(
                    "wrong-type",
                    sns.position("topic"),
                    "\"" + topic + "\" is not the ARN of an SNS topic.",
                    "Write it like arn:aws:sns:us-east-1:111122223333:exhibit.");
            return Optional.empty();
        }
        String region = sns.text("region");
        return topic.isEmpty()
                ? Optional.empty()
                : Optional.of(new Serving.Notice.Sns(topic, region.isEmpty() ? topic.split(":")[3] : region));
    }

    static boolean isHere(URI address) {
        return Stream.of("localhost", "127.0.0.1", "[::1]").anyMatch(address.getHost()::equals);
    }

    private Fields section(Fields entry, String key, Set<String> known) {
        return new Fields(entry.node(key).orElseThrow(), problems, known);
    }
}
