package io.exhibit.cli.settings;

import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Node;
import io.exhibit.mapping.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the sections of the settings that only a node needs which runs by the calendar. */
final class ServingReader {

    static final Set<String> CLUSTER = Set.of("database", "user", "password");

    private final Path folder;
    private final Problems problems;

    ServingReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    Serving read(Fields top) {
        return new Serving(
                folder.resolve(top.text("state").isEmpty() ? "state" : top.text("state")),
                new MonitorReader(folder, problems).read(top),
                section(top, "cluster", CLUSTER).map(this::cluster),
                section(top, "smtp", SmtpReader.KEYS).map(new SmtpReader(folder, problems)::read),
                new NotifyReader(folder, problems).read(top, top.has("smtp")),
                new ConsoleReader(folder, problems)
                        .read(section(top, "console", ConsoleReader.CONSOLE)
                                .orElseGet(() -> new Fields(
                                        new Node.Mapping(List.of(), top.position()),
                                        problems,
                                        ConsoleReader.CONSOLE))));
    }

    private Serving.Cluster cluster(Fields cluster) {
        String url = cluster.required("database");
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql://")) {
            problems.add(
                    "wrong-type",
                    cluster.position("database"),
                    "\"" + url + "\" is no address of a PostgreSQL database.",
                    "Write it like jdbc:postgresql://db.example.org/exhibit?sslmode=verify-full");
        }
        return new Serving.Cluster(url, cluster.required("user"), Secret.read(cluster, "password", folder, problems));
    }

    /** Empty where the section does not stand, and where nothing stands in it. */
    private Optional<Fields> section(Fields top, String key, Set<String> known) {
        return top.node(key)
                .filter(node ->
                        !(node instanceof Node.Scalar scalar && scalar.text().isBlank()))
                .map(node -> new Fields(node, problems, known));
    }
}
