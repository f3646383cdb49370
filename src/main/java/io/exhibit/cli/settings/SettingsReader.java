package io.exhibit.cli.settings;

import io.exhibit.aws.KmsSigner;
import io.exhibit.aws.vault.Retention;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Shipped;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.control.Position;
import io.exhibit.deliver.SmtpServer;
import io.exhibit.evidence.Sha256;
import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Node;
import io.exhibit.mapping.Problems;
import io.exhibit.mapping.YamlReader;
import io.exhibit.render.Paper;
import io.exhibit.schedule.Cron;
import io.exhibit.seal.Profile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code exhibit.yaml}: every key is checked, an unknown one is refused, all mistakes come at once. */
public final class SettingsReader {

    static final Set<String> KEYS = Set.of(
            "vault",
            "s3",
            "mappings",
            "organization",
            "templates",
            "framework",
            "key",
            "state",
            "aws",
            "schedule",
            "pack",
            "monitor",
            "console",
            "cluster",
            "smtp",
            "notify");
    static final Set<String> AWS = Set.of(
            "role",
            "external_id",
            "region",
            "endpoint",
            "attempt_seconds",
            "call_seconds",
            "parallel",
            "artifact_series",
            "accounts",
            "exclude",
            "regions",
            "kms_key");
    static final Set<String> S3 = Set.of("region", "endpoint", "path_style", "lock", "retention_days");
    static final Set<String> SCHEDULE = Set.of("zone", "collect", "pack");
    static final Set<String> PACK =
            Set.of("approval", "prefix", "folder", "deliver", "evidence", "timestamp", "profile", "paper");

    private final Problems problems = new Problems();
    private final Path folder;

    private SettingsReader(Path folder) {
        this.folder = folder;
    }

    /** Settings without a file: paths below the folder. */
    public static Settings defaults(Path folder) {
        return new SettingsReader(folder.toAbsolutePath()).settings(nothing("defaults"), "");
    }

    /** @throws Stop with every mistake and its place at once, or because the file cannot be read */
    public static Settings read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new Stop(ExitCode.MISSING, "There is no settings file " + file + ". Check --settings.");
        } catch (AccessDeniedException e) {
            throw new Stop(
                    ExitCode.MISSING,
                    "The settings file " + file
                            + " may not be read by this user. Give it the right (chmod, chown), or name another"
                            + " one.");
        } catch (IOException e) {
            throw new Stop(
                    ExitCode.MISSING, "The settings file " + file + " could not be read (" + e.getMessage() + ").");
        }
        SettingsReader reader = new SettingsReader(file.toAbsolutePath().getParent());
        Node root =
                YamlReader.readIfAny(file.toString(), bytes, reader.problems).orElseGet(() -> nothing(file.toString()));
        Settings settings = reader.settings(root, Sha256.hex(bytes));
        if (!reader.problems.list().isEmpty()) {
            throw new Stop(ExitCode.SETTINGS, "The settings have mistakes:", reader.problems.list());
        }
        return settings;
    }

    /** What the commented sample of all settings says of a key at its top. */
    static String sampled(String key) {
        Problems none = new Problems();
        return YamlReader.read("exhibit.yaml", Shipped.bytes("exhibit.yaml"), none)
                .map(sample -> new Fields(sample, none, KEYS).text(key))
                .orElseThrow(() -> new IllegalStateException(none.list().toString()));
    }

    private static Node nothing(String file) {
        return new Node.Mapping(List.of(), new Position(file, 1, 1));
    }

    private Settings settings(Node node, String digest) {
        Fields top = new Fields(node, problems, KEYS);
        VaultPlace place = vault(top, section(top, "s3", S3));
        Serving serving = new ServingReader(folder, problems).read(top);
        if (serving.cluster().isPresent() && place.bucket().isEmpty()) {
            problems.add(
                    "wrong-type",
                    top.position("cluster"),
                    "Several nodes need a vault that all of them reach, and vault names a folder.",
                    "Write vault: s3://BUCKET/PREFIX, or leave cluster out.");
        }
        return new Settings(
                place,
                optional(top, "mappings").map(folder::resolve),
                optional(top, "organization").map(folder::resolve),
                optional(top, "templates").map(folder::resolve),
                text(top, "framework", Settings.FRAMEWORK),
                text(top, "framework", Settings.FRAMEWORK),
                path(top, "key", "keys/exhibit.pem"),
                aws(section(top, "aws", AWS)),
                schedule(section(top, "schedule", SCHEDULE)),
                pack(section(top, "pack", PACK), serving.smtp()),
                serving,
                digest);
    }

    private VaultPlace vault(Fields top, Fields s3) {
        VaultPlace.S3 kept = new VaultPlace.S3(
                new PlanReader(s3, problems).region("region", "us-east-1"),
                optional(s3, "endpoint").flatMap(text -> parsed(s3, "endpoint", text, SettingsReader::endpoint)),
                s3.yes("path_style", false),
                retention(s3));
        VaultPlace place = parsed(top, "vault", text(top, "vault", "vault"), text -> VaultPlace.of(text, folder, kept))
                .orElseGet(() -> VaultPlace.of("vault", folder, kept));
        if (place.bucket().isPresent() && kept.retention().isEmpty() && !s3.has("lock")) {
            problems.add(
                    "missing",
                    top.position("vault"),
                    "vault lies in S3, and s3.lock does not say how it is locked.",
                    "Write lock: compliance (nobody can delete it before its time), governance (whoever may bypass it can), or"
                            + " none, under s3.");
        }
        return place;
    }

    private Optional<Retention> retention(Fields s3) {
        int days = (int) within(s3, "retention_days", Retention.SIX_YEARS, 1, 36_500);
        if (!s3.has("lock")) {
            return Optional.empty();
        }
        return switch (text(s3, "lock", "")) {
            case "compliance" -> Optional.of(new Retention(Retention.Mode.COMPLIANCE, days));
            case "governance" -> Optional.of(new Retention(Retention.Mode.GOVERNANCE, days));
            case "none" -> {
                if (s3.has("retention_days")) {
                    problems.add(
                            "wrong-type",
                            s3.position("retention_days"),
                            "retention_days has no effect with lock: none. Leave it out, or choose a lock.");
                }
                yield Optional.of(Retention.NONE);
            }
            default -> {
                problems.add(
                        "wrong-type",
                        s3.position("lock"),
                        "lock is compliance, governance or none, not \"" + text(s3, "lock", "") + "\".");
                yield Optional.empty();
            }
        };
    }

    private Settings.Aws aws(Fields aws) {
        PlanReader plan = new PlanReader(aws, problems);
        return new Settings.Aws(
                text(aws, "role", "ExhibitCollector"),
                optional(aws, "external_id"),
                plan.region("region", "us-east-1"),
                optional(aws, "endpoint").flatMap(text -> parsed(aws, "endpoint", text, SettingsReader::endpoint)),
                Duration.ofSeconds(within(aws, "attempt_seconds", 30, 1, 600)),
                Duration.ofSeconds(within(aws, "call_seconds", 120, 1, 3600)),
                (int) within(aws, "parallel", 16, 1, 128),
                aws.texts("artifact_series"),
                plan.plan(),
                kmsKey(aws));
    }

    private Optional<String> kmsKey(Fields aws) {
        Optional<String> arn = optional(aws, "kms_key");
        if (arn.isPresent() && !KmsSigner.isArn(arn.get())) {
            problems.add(
                    "wrong-type",
                    aws.position("kms_key"),
                    "\"" + arn.get() + "\" is not the ARN of a KMS key.",
                    "Write it like arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab; an alias"
                            + " could come to mean another key.");
        }
        return arn;
    }

    private Settings.Schedule schedule(Fields schedule) {
        ZoneId zone = parsed(schedule, "zone", text(schedule, "zone", "UTC"), ZoneId::of)
                .orElse(ZoneId.of("UTC"));
        return new Settings.Schedule(
                zone, cron(schedule, "collect", "0 15 2 * * ?", zone), cron(schedule, "pack", "0 0 6 1 * ?", zone));
    }

    private Settings.Pack pack(Fields pack, Optional<SmtpServer> smtp) {
        String prefix = text(pack, "prefix", "EH");
        if (!prefix.matches("[A-Za-z0-9-]{1,20}")) {
            problems.add(
                    "wrong-type", pack.position("prefix"), "prefix may hold letters, digits and hyphens, at most 20.");
        }
        Profile profile = parsed(pack, "profile", text(pack, "profile", Profile.FULL.word()), SettingsReader::profile)
                .orElse(Profile.FULL);
        return new Settings.Pack(
                prefix,
                path(pack, "folder", "packs"),
                new ChannelsReader(folder, problems, smtp, profile).read(pack),
                pack.has("evidence") ? bytes(pack, "evidence", problems) : Long.MAX_VALUE,
                optional(pack, "timestamp").flatMap(text -> parsed(pack, "timestamp", text, SettingsReader::endpoint)),
                profile,
                parsed(pack, "paper", text(pack, "paper", Paper.A4.word()), SettingsReader::paper)
                        .orElse(Paper.A4),
                parsed(pack, "approval", text(pack, "approval", "none"), SettingsReader::approval)
                        .orElse(true));
    }

    private static boolean approval(String word) {
        if (!word.equals("required") && !word.equals("none")) {
            throw new IllegalArgumentException("write required or none, not \"" + word + "\".");
        }
        return word.equals("required");
    }

    private static Paper paper(String word) {
        return Paper.of(word)
                .orElseThrow(() ->
                        new IllegalArgumentException("a pack is printed on a4 or letter, not on \"" + word + "\"."));
    }

    /** How much packs show; IllegalArgumentException says what to choose from. */
    public static Profile profile(String word) {
        return Profile.of(word)
                .orElseThrow(
                        () -> new IllegalArgumentException("a pack is full, auditor or public, not \"" + word + "\"."));
    }

    /** A size such as {@code 2 GB}, in bytes; 0 of a mistake, which is noted. */
    static long bytes(Fields fields, String key, Problems problems) {
        String text = fields.text(key);
        Matcher size = Pattern.compile("(\\d{1,9}) ?(MB|GB)").matcher(text);
        if (!size.matches()) {
            problems.add(
                    "wrong-type",
                    fields.position(key),
                    key + " is a size such as 500 MB or 2 GB, not \"" + text + "\".");
            return 0;
        }
        return Long.parseLong(size.group(1)) * (size.group(2).equals("MB") ? 1_000_000 : 1_000_000_000);
    }

    private Cron cron(Fields fields, String key, String otherwise, ZoneId zone) {
        String text = text(fields, key, otherwise);
        try {
            return new Cron(text, zone);
        } catch (IllegalArgumentException e) {
            problems.add(
                    "wrong-type",
                    fields.position(key),
                    key + ": \"" + text + "\" is no schedule.",
                    "Write six fields: second, minute, hour, day of month, month, day of week."
                            + " Every day at 02:15 is 0 15 2 * * ?, the first of every month at 06:00 is 0 0 6 1 * ?");
            return new Cron(otherwise, zone);
        }
    }

    private Fields section(Fields top, String key, Set<String> known) {
        Node none = new Node.Scalar("", top.position(key), "", top.position(key));
        return new Fields(top.node(key).orElse(none), problems, known);
    }

    private long within(Fields fields, String key, long otherwise, long least, long most) {
        long value = fields.integer(key, otherwise);
        if (value < least || value > most) {
            problems.add(
                    "wrong-type",
                    fields.position(key),
                    key + " must lie between " + least + " and " + most + ", not " + value + ".");
        }
        return value;
    }

    private <T> Optional<T> parsed(Fields fields, String key, String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add("wrong-type", fields.position(key), key + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private Path path(Fields fields, String key, String otherwise) {
        return folder.resolve(text(fields, key, otherwise));
    }

    private static Optional<String> optional(Fields fields, String key) {
        return Optional.of(fields.text(key)).filter(text -> !text.isEmpty());
    }

    private static String text(Fields fields, String key, String otherwise) {
        return optional(fields, key).orElse(otherwise);
    }

    /** An http or https address; IllegalArgumentException says what to write instead. */
    static URI endpoint(String text) {
        if (!text.matches("https?://[^\\s]+") || URI.create(text).getHost() == null) {
            String address = text.replaceFirst("^[A-Za-z]+:/*(?=\\D)|^/+", "");
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no http or https address. Write it like http://" + address);
        }
        return URI.create(text);
    }
}
