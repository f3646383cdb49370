package io.exhibit.cli.verify;

import io.exhibit.control.Position;
import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Node;
import io.exhibit.mapping.Problems;
import io.exhibit.seal.Pem;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Trust.Role;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the entries of a trust file: keys, and the certificates of time stamping services. */
final class TrustEntries {

    private static final Set<String> KEY = Set.of("name", "roles", "key", "certificate", "from", "until");

    private final Problems problems;
    private final Map<String, Position> names = new HashMap<>();
    private final Map<PublicKey, String> keys = new HashMap<>();
    private final Map<X509Certificate, String> certificates = new HashMap<>();
    private final List<Trust.Authority> authorities = new ArrayList<>();

    TrustEntries(Problems problems) {
        this.problems = problems;
    }

    /** Time stamping services that were read so far. */
    List<Trust.Authority> authorities() {
        return authorities;
    }

    /** Reads one; empty when it has mistakes, or is a time stamping service. */
    Optional<Trust.Entry> entry(Node node) {
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
        boolean stamps = roles.contains(Role.TIMESTAMP);
        Optional<X509Certificate> certificate = stamps ? certificate(fields, name) : Optional.empty();
        Optional<PublicKey> key = stamps ? Optional.empty() : key(fields, name);
        String other = stamps ? "key" : "certificate";
        if (fields.has(other)) {
            problems.add(
                    "unknown-key",
                    fields.position(other),
                    "A time stamping service has a certificate, and everybody else a key.");
        }
        Optional<Instant> from = instant(fields, "from", fields.required("from"));
        Optional<Instant> until = instant(fields, "until", fields.text("until"));
        if (fields.has("until") && fields.text("until").isEmpty()) {
            problems.add(
                    "missing-key", fields.position("until"), "until is empty.", "Leave it out if there is no end.");
        }
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            problems.add("wrong-type", fields.position("until"), "until must lie after from.");
        }
        if (problems.list().size() == before && stamps) {
            authorities.add(new Trust.Authority(name, certificate.get(), from.get(), until));
            return Optional.empty();
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
        if (roles.contains(Role.TIMESTAMP) && roles.size() > 1) {
            problems.add(
                    "wrong-type",
                    fields.position("roles"),
                    "A time stamping service is a third party, and has no other role.");
        }
        return roles;
    }

    private Optional<X509Certificate> certificate(Fields fields, String name) {
        String text = fields.required("certificate");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getDecoder().decode(text);
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            String earlier = certificates.putIfAbsent(certificate, name);
            if (earlier != null) {
                problems.add(
                        "duplicate", fields.position("certificate"), "It is the certificate of " + earlier + " too.");
            }
            return Optional.of(certificate);
        } catch (CertificateException | IllegalArgumentException e) {
            problems.add(
                    "wrong-type",
                    fields.position("certificate"),
                    "It is no X.509 certificate in base64.",
                    "Write what stands between -----BEGIN CERTIFICATE----- and -----END CERTIFICATE----- in one line.");
            return Optional.empty();
        }
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
        return Stream.of(Role.values()).map(TrustEntries::word).collect(Collectors.joining(", "));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
