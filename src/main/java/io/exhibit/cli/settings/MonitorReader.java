package io.exhibit.cli.settings;

import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Node;
import io.exhibit.mapping.Problems;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the section {@code monitor} of the settings. */
final class MonitorReader {

    static final Set<String> MONITOR = Set.of("listen", "token", "logs", "ping");

    private static final InetSocketAddress DEFAULT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9464);
    private static final Pattern ADDRESS = Pattern.compile("(\\d+\\.\\d+\\.\\d+\\.\\d+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");

    /** How messages are written. */
    private enum Logs {
        TEXT,
        JSON
    }

    private final Path folder;
    private final Problems problems;

    MonitorReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    Serving.Monitor read(Fields top) {
        Fields monitor = top.node("monitor")
                .map(node -> new Fields(node, problems, MONITOR))
                .orElseGet(() -> new Fields(new Node.Mapping(List.of(), top.position()), problems, MONITOR));
        Optional<Secret> token = Secret.read(monitor, "token", folder, problems);
        Optional<URI> ping = ping(monitor);
        boolean json = monitor.choice("logs", Logs.class, Logs.TEXT) == Logs.JSON;
        String text = monitor.text("listen");
        if (text.equals("none")) {
            return new Serving.Monitor(Optional.empty(), true, token, json, ping);
        }
        InetSocketAddress listen = text.isEmpty() ? DEFAULT : address(monitor, text);
        if (!listen.getAddress().isLoopbackAddress() && !monitor.has("token")) {
            problems.add(
                    "missing",
                    monitor.position("listen"),
                    "Others than this host can ask at " + text
                            + ", and monitor.token does not say what they must know.",
                    "Write where a token lies: token: {file: /run/secrets/exhibit-monitor}; or listen at 127.0.0.1.");
        }
        return new Serving.Monitor(Optional.of(listen), !listen.equals(DEFAULT), token, json, ping);
    }

    private Optional<URI> ping(Fields monitor) {
        String text = monitor.text("ping");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Values.endpoint(text));
        } catch (IllegalArgumentException e) {
            problems.add("wrong-type", monitor.position("ping"), "ping: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Never a name: what it leads to is not known before it is asked. */
    private InetSocketAddress address(Fields monitor, String text) {
        Matcher written = ADDRESS.matcher(text);
        if (written.matches() && Integer.parseInt(written.group(2)) <= 65_535) {
            try {
                return new InetSocketAddress(
                        InetAddress.getByName(written.group(1)), Integer.parseInt(written.group(2)));
            } catch (UnknownHostException e) {
                // Told below.
            }
        }
        problems.add(
                "wrong-type",
                monitor.position("listen"),
                "\"" + text + "\" is no address to listen at.",
                "Write an IP address and a port, like 127.0.0.1:9464 or [::1]:9464, or none.");
        return DEFAULT;
    }
}
