package io.exhibit.cli.settings;

import io.exhibit.aws.AwsSecrets;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Node;
import io.exhibit.mapping.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a secret lies. The settings name the place and never hold the secret itself: they are copied, shown to auditors, and
 * sealed into runs by their digest.
 *
 * @param name of the file, absolute, of the variable, or of what AWS keeps
 */
public record Secret(Place place, String name) {

    static final Set<String> KEYS = Set.of("file", "environment", "parameter", "secret");

    /** Bytes of a file that is taken for a secret; a longer one is a mistake. */
    private static final long LONGEST = 64 << 10;

    /** Kinds of places, by the keys that name them. */
    enum Place {
        FILE,
        ENVIRONMENT,
        /** A SecureString of AWS Systems Manager, by its name or ARN. */
        PARAMETER,
        /** A secret of AWS Secrets Manager, by its name or ARN. */
        SECRET;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The place that a key of the settings names; empty without the key, and with a mistake, which is noted. */
    static Optional<Secret> read(Fields fields, String key, Path folder, Problems problems) {
        Optional<Node> node = fields.node(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String hint = "Write where it lies: " + key + ": {file: /run/secrets/" + key + "}, or " + key
                + ": {environment: NAME_OF_A_VARIABLE}; or {parameter: NAME} of AWS Systems Manager, or {secret: NAME} of AWS"
                + " Secrets Manager.";
        if (!(node.get() instanceof Node.Mapping)) {
            problems.add(
                    "wrong-type", node.get().position(), key + " must not stand in the settings themselves.", hint);
            return Optional.empty();
        }
        Fields named = new Fields(node.get(), problems, KEYS);
        List<Place> places =
                Stream.of(Place.values()).filter(each -> named.has(each.word())).toList();
        if (places.size() != 1) {
            problems.add("wrong-type", node.get().position(), key + " lies in exactly one place.", hint);
            return Optional.empty();
        }
        Place place = places.get(0);
        String name = named.required(place.word());
        return Optional.of(
                new Secret(place, place == Place.FILE ? folder.resolve(name).toString() : name));
    }

    /** The secret, without the line end that editors leave; it is asked for each time, so that a changed one counts. */
    public String value() {
        return value(System.getenv());
    }

    String value(Map<String, String> environment) {
        String value = switch (place) {
            case FILE -> ofFile();
            case ENVIRONMENT -> environment.getOrDefault(name, "");
            case PARAMETER, SECRET -> ofAws();
        };
        if (value.isEmpty()) {
            throw new Stop(
                    ExitCode.MISSING,
                    "The " + (place == Place.ENVIRONMENT ? "variable" : place.word()) + " " + name
                            + ", which the settings name for a secret, is "
                            + (place == Place.ENVIRONMENT ? "not set." : "empty."));
        }
        return value;
    }

    private String ofAws() {
        try {
            String value = place == Place.PARAMETER ? Kept.BY_AWS.parameter(name) : Kept.BY_AWS.secret(name);
            return value.stripTrailing();
        } catch (IOException e) {
            throw new Stop(ExitCode.MISSING, e.getMessage());
        }
    }

    /** Made when the first secret is asked of AWS: nobody else waits for its SDK. */
    private static final class Kept {
        static final AwsSecrets BY_AWS = new AwsSecrets();
    }

    private String ofFile() {
        Path file = Path.of(name);
        try {
            if (Files.size(file) > LONGEST) {
                throw new Stop(
                        ExitCode.SETTINGS,
                        "The file " + name + ", which the settings name for a secret, has more than " + LONGEST
                                + " bytes. Check the path.");
            }
            return Files.readString(file).stripTrailing();
        } catch (IOException e) {
            throw new Stop(
                    ExitCode.MISSING,
                    "The file " + name + ", which the settings name for a secret, could not be read. Check the path"
                            + " and whether this user may read it.");
        }
    }
}
