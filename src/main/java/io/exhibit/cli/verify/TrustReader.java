package io.exhibit.cli.verify;

import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Node;
import io.exhibit.mapping.Problems;
import io.exhibit.mapping.YamlReader;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Trust.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a trust file: whom the one who verifies believes, as what, and from when until when. All mistakes come at once. */
public final class TrustReader {

    private static final Set<String> TOP = Set.of("origin", "threshold", "keys");

    private final Problems problems = new Problems();

    private TrustReader() {}

    /** @throws Stop with every mistake and its place at once */
    public static Trust read(Path file) throws IOException {
        TrustReader reader = new TrustReader();
        Optional<Node> root = YamlReader.read(file.toString(), Files.readAllBytes(file), reader.problems);
        Trust trust = root.map(reader::trust).orElseGet(Trust::nobody);
        if (!reader.problems.none()) {
            throw new Stop(ExitCode.FILE, "The trust file has mistakes:", reader.problems.list());
        }
        return trust;
    }

    private Trust trust(Node root) {
        Fields top = new Fields(root, problems, TOP);
        List<Trust.Entry> entries = new ArrayList<>();
        TrustEntries reading = new TrustEntries(problems);
        for (Node node : top.list("keys")) {
            reading.entry(node).ifPresent(entries::add);
        }
        List<Trust.Authority> authorities = reading.authorities();
        if (problems.none() && entries.isEmpty() && authorities.isEmpty()) {
            problems.add("missing-key", top.position("keys"), "It names no key, so nobody would be trusted.");
        }
        long reviewers = entries.stream()
                .filter(entry -> entry.roles().contains(Role.REVIEWER))
                .count();
        return new Trust(top.text("origin"), threshold(top, reviewers), entries, authorities);
    }

    private int threshold(Fields top, long reviewers) {
        long threshold = top.integer("threshold", 0);
        boolean fits = reviewers == 0 ? !top.has("threshold") : threshold >= 1 && threshold <= reviewers;
        if (problems.none() && !fits) {
            problems.add(
                    "wrong-type",
                    top.position("threshold"),
                    "threshold says how many of the " + reviewers + " reviewers must have signed.",
                    reviewers == 0
                            ? "Leave it out, or name keys with the role reviewer."
                            : "Write a number from 1 to " + reviewers + ".");
        }
        return (int) Math.max(0, Math.min(threshold, reviewers));
    }
}
