package io.exhibit.cli.wiring;

import io.exhibit.aws.AwsClients;
import io.exhibit.aws.SnsTopic;
import io.exhibit.cli.settings.Serving;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.monitor.Webhook;
import io.exhibit.run.RunClock;
import io.exhibit.run.watch.Channel;
import io.exhibit.run.watch.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The ways by which the settings have people told that something is wrong. */
public final class NoticeChannels {

    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private NoticeChannels() {}

    /** One for each way of {@code notify}, in the order of the settings; nothing is sent yet. */
    public static List<Channel> of(Wiring wiring, RunClock clock) {
        Serving serving = wiring.settings().serving();
        List<Channel> channels = new ArrayList<>();
        for (Serving.Notice each : serving.notices()) {
            if (each instanceof Serving.Notice.Mail mail) {
                channels.add(new MailChannel(serving.smtp().orElseThrow(), mail.to()));
            } else if (each instanceof Serving.Notice.Webhook webhook) {
                channels.add(new Webhook(webhook.address(), webhook.secret()::value, PATIENCE));
            } else if (each instanceof Serving.Notice.Sns sns) {
                channels.add(new Topic(wiring, clock, sns));
            }
        }
        return channels;
    }

    /** A topic of Amazon SNS; its clients live as long as a message takes. */
    private record Topic(Wiring wiring, RunClock clock, Serving.Notice.Sns sns) implements Channel {

        @Override
        public String name() {
            return "topic " + sns.topic();
        }

        @Override
        public String check() throws IOException {
            try (AwsClients clients = wiring.clients(clock, Pauses::real)) {
                return new SnsTopic(clients, sns.topic(), sns.region()).check();
            }
        }

        @Override
        public void send(Message message) throws IOException {
            try (AwsClients clients = wiring.clients(clock, Pauses::real)) {
                new SnsTopic(clients, sns.topic(), sns.region())
                        .publish(message.id(), message.subject(), message.text());
            }
        }
    }
}
