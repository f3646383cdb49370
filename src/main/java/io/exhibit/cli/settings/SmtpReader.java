package io.exhibit.cli.settings;

import io.exhibit.cli.terminal.Stop;
import io.exhibit.deliver.NotDelivered;
import io.exhibit.deliver.Smtp;
import io.exhibit.deliver.SmtpServer;
import io.exhibit.deliver.SmtpServer.Login;
import io.exhibit.deliver.SmtpServer.Tls;
import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Problems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code smtp}: the server that takes the mail for delivery. */
final class SmtpReader {

    static final Set<String> KEYS = Set.of("host", "port", "tls", "authorities", "user", "password", "from");

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int PORTS = 65_535;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Problems problems;

    SmtpReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    SmtpServer read(Fields smtp) {
        String host = smtp.required("host");
        Tls tls = smtp.choice("tls", Tls.class, Tls.STARTTLS);
        if (tls == Tls.NONE && !host.matches("localhost|127(\\.\\d{1,3}){3}|::1")) {
            problems.add(
                    "wrong-type",
                    smtp.position("tls"),
                    "Mail goes to " + host + " with TLS only.",
                    "Write starttls or implicit; none is for a server on this machine (localhost).");
        }
        long port = smtp.integer("port", tls == Tls.IMPLICIT ? SUBMISSIONS : SUBMISSION);
        if (port < 1 || port > PORTS) {
            problems.add("wrong-type", smtp.position("port"), "port must lie between 1 and 65535, not " + port + ".");
        }
        String from = smtp.required("from");
        if (!from.isEmpty() && !Smtp.isAddress(from)) {
            problems.add(
                    "wrong-type",
                    smtp.position("from"),
                    "\"" + from + "\" is no mail address.",
                    "Write it like Exhibit <exhibit@example.org>.");
        }
        return new SmtpServer(
                host,
                (int) port,
                tls,
                Optional.of(smtp.text("authorities"))
                        .filter(text -> !text.isEmpty())
                        .map(folder::resolve),
                login(smtp),
                from,
                PATIENCE);
    }

    private Optional<Login> login(Fields smtp) {
        Optional<Secret> password = Secret.read(smtp, "password", folder, problems);
        if (smtp.has("user") != smtp.has("password")) {
            problems.add(
                    "missing-key",
                    smtp.position(),
                    "user and password go together.",
                    "Write both, or neither for a server that asks for no login.");
            return Optional.empty();
        }
        String user = smtp.has("user") ? smtp.required("user") : "";
        return password.map(secret -> new Login(user, () -> value(secret)));
    }

    /** A secret that is not there is a trouble of the delivery, not the end of the program. */
    static String value(Secret secret) throws NotDelivered {
        try {
            return secret.value();
        } catch (Stop e) {
            throw new NotDelivered(NotDelivered.Reason.LOGIN, e.getMessage(), e);
        }
    }
}
