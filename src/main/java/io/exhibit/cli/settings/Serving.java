package io.exhibit.cli.settings;

import io.exhibit.deliver.SmtpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What only a node that runs by the calendar needs.
 *
 * @param state a folder: what is known of the schedule beside the log, and who was told of what
 * @param monitor how whoever watches the node learns how it is
 * @param cluster empty for one node, which needs no database
 * @param smtp the server that takes mail for delivery; empty when none is sent
 * @param notices who is told when something is wrong
 * @param console the pages for a browser
 */
public record Serving(
        Path state,
        Monitor monitor,
        Optional<Cluster> cluster,
        Optional<SmtpServer> smtp,
        List<Notice> notices,
        ConsoleSettings console) {

    /**
     * The database that the nodes of a cluster share.
     *
     * @param url as the PostgreSQL driver takes it, such as {@code jdbc:postgresql://db.example.org/exhibit?sslmode=verify-full}
     */
    public record Cluster(String url, String user, Optional<Secret> password) {}

    /**
     * Health, readiness and figures over HTTP.
     *
     * @param listen empty when nobody is answered
     * @param asked whether the settings name the address; then it is a mistake when it is in use
     * @param token what whoever asks must know; present wherever others than this host can ask
     * @param json whether what is said is lines of JSON
     * @param ping address that gets a sign of life after each look that found nothing wrong
     */
    public record Monitor(
            Optional<InetSocketAddress> listen,
            boolean asked,
            Optional<Secret> token,
            boolean json,
            Optional<URI> ping) {}

    /** One way of telling that something is wrong. */
    public sealed interface Notice {

        /** By mail, through the server of {@code delivery.email}. */
        record Mail(List<String> to) implements Notice {}

        /** A POST for each alarm to an address of HTTPS, signed with the secret (HMAC-SHA256). */
        record Webhook(URI address, Secret secret) implements Notice {}

        /** @param topic its ARN */
        record Sns(String topic, String region) implements Notice {}
    }
}
