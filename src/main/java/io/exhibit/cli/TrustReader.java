package io.exhibit.cli;

import io.exhibit.control.Position;
import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Node;
import io.exhibit.mapping.Problems;
import io.exhibit.mapping.YamlReader;
import io.exhibit.seal.Pem;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Trust.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a trust file: whom the one who verifies believes, as what, and from when until when. All mistakes come at once. */
final class TrustReader {

    private static final Set<String> TOP = Set.of("origin", "threshold", "keys");
    private static final Set<String> KEY = Set.of("name", "roles", "key", "from", "until");

    private final Problems problems = new Problems();
    private final Map<String, Position> names = new HashMap<>();
    private final Map<PublicKey, String> keys = new HashMap<>();

    private TrustReader() {}

    static Trust read(Path file) throws IOException {
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
        for (Node node : top.list("keys")) {
            entry(node).ifPresent(entries::add);
        }
        if (problems.none() && entries.isEmpty()) {
            problems.add("missing-key", top.position("keys"), "It names no key, so nobody would be trusted.");
        }
        long reviewers = entries.stream()
                .filter(entry -> entry.roles().contains(Role.REVIEWER))
                .count();
        return new Trust(top.text("origin"), threshold(top, reviewers), entries);
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

    private Optional<Trust.Entry> entry(Node node) {
        int before = problems.list().size();
        Fields fields = new Fields(node, problems, KEY);
        String name = fields.required("name");
        Position earlier = names.putIfAbsent(name, fields.position("name"));
        if (!name.isEmpty() && earlier != null) {
            problems.add(
                    "duplicate",
                    fields.position("name"),
                    "The name " + name + " stands in line " + earlier.line() + " already.");
        }
        Set<Role> roles = roles(fields);
        Optional<PublicKey> key = key(fields, name);
        Optional<Instant> from = instant(fields, "from", fields.required("from"));
        Optional<Instant> until = instant(fields, "until", fields.text("until"));
        if (fields.has("until") && fields.text("until").isEmpty()) {
            problems.add(
                    "missing-key", fields.position("until"), "until is empty.", "Leave it out if there is no end.");
        }
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            problems.add("wrong-type", fields.position("until"), "until must lie after from.");
        }
        return problems.list().size() == before
                ? Optional.of(new Trust.Entry(name, roles, key.get(), from.get(), until))
                : Optional.empty();
    }

    private Set<Role> roles(Fields fields) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String text : fields.texts("roles")) {
            Optional<Role> role =
                    Stream.of(Role.values()).filter(r -> word(r).equals(text)).findFirst();
            if (role.isEmpty() || !roles.add(role.get())) {
                problems.add(
                        "wrong-type",
                        fields.position("roles"),
                        role.isEmpty() ? "\"" + text + "\" is no role." : "The role " + text + " stands twice.",
                        "There are " + words() + ".");
            }
        }
        if (problems.none() && roles.isEmpty()) {
            problems.add("missing-key", fields.position("roles"), "Say what the key may sign.", "roles: " + words());
        }
        if (roles.contains(Role.REVIEWER) && roles.size() > 1) {
            problems.add(
                    "wrong-type",
                    fields.position("roles"),
                    "A reviewer is a second person, so his key signs nothing else.",
                    "Give him a key of his own: exhibit keys new");
        }
        return roles;
    }

    private Optional<PublicKey> key(Fields fields, String name) {
        String text = fields.required("key");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            PublicKey key = Pem.ofBase64(text);
            String earlier = keys.putIfAbsent(key, name);
            if (earlier != null) {
                problems.add("duplicate", fields.position("key"), "It is the key of " + earlier + " too.");
            }
            return Optional.of(key);
        } catch (IllegalArgumentException e) {
            problems.add(
                    "wrong-type",
                    fields.position("key"),
                    "It is no Ed25519 public key in base64.",
                    "Write the line between -----BEGIN PUBLIC KEY----- and -----END PUBLIC KEY-----; exhibit keys show"
                            + " prints the entry.");
            return Optional.empty();
        }
    }

    private Optional<Instant> instant(Fields fields, String key, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (!text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")) {
                throw new DateTimeException(text);
            }
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            problems.add(
                    "bad-date",
                    fields.position(key),
                    "\"" + text + "\" is no time.",
                    "Write it in UTC like 2026-10-31T00:00:00Z.");
            return Optional.empty();
        }
    }

    private static String words() {
        return Stream.of(Role.values()).map(TrustReader::word).collect(Collectors.joining(", "));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
