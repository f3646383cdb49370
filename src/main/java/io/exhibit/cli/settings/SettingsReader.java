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
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    private final Values values;

    private SettingsReader(Path folder) {
        this.folder = folder;
        this.values = new Values(folder, problems);
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
        VaultPlace place = vault(top, values.section(top, "s3", S3));
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
                Values.optional(top, "mappings").map(folder::resolve),
                Values.optional(top, "organization").map(folder::resolve),
                Values.optional(top, "templates").map(folder::resolve),
                Values.text(top, "framework", Settings.FRAMEWORK),
                Values.text(top, "framework", Settings.FRAMEWORK),
                values.path(top, "key", "keys/exhibit.pem"),
                aws(values.section(top, "aws", AWS)),
                schedule(values.section(top, "schedule", SCHEDULE)),
                pack(values.section(top, "pack", PACK), serving.smtp()),
                serving,
                digest);
    }

    private VaultPlace vault(Fields top, Fields s3) {
        VaultPlace.S3 kept = new VaultPlace.S3(
                new PlanReader(s3, problems).region("region", "us-east-1"),
                Values.optional(s3, "endpoint").flatMap(text -> values.parsed(s3, "endpoint", text, Values::endpoint)),
                s3.yes("path_style", false),
                retention(s3));
        VaultPlace place = values.parsed(
                        top, "vault", Values.text(top, "vault", "vault"), text -> VaultPlace.of(text, folder, kept))
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
        int days = (int) values.within(s3, "retention_days", Retention.SIX_YEARS, 1, 36_500);
        if (!s3.has("lock")) {
            return Optional.empty();
        }
        return switch (Values.text(s3, "lock", "")) {
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
                        "lock is compliance, governance or none, not \"" + Values.text(s3, "lock", "") + "\".");
                yield Optional.empty();
            }
        };
    }

    private Settings.Aws aws(Fields aws) {
        PlanReader plan = new PlanReader(aws, problems);
        return new Settings.Aws(
                Values.text(aws, "role", "ExhibitCollector"),
                Values.optional(aws, "external_id"),
                plan.region("region", "us-east-1"),
                Values.optional(aws, "endpoint")
                        .flatMap(text -> values.parsed(aws, "endpoint", text, Values::endpoint)),
                Duration.ofSeconds(values.within(aws, "attempt_seconds", 30, 1, 600)),
                Duration.ofSeconds(values.within(aws, "call_seconds", 120, 1, 3600)),
                (int) values.within(aws, "parallel", 16, 1, 128),
                aws.texts("artifact_series"),
                plan.plan(),
                kmsKey(aws));
    }

    private Optional<String> kmsKey(Fields aws) {
        Optional<String> arn = Values.optional(aws, "kms_key");
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
        ZoneId zone = values.parsed(schedule, "zone", Values.text(schedule, "zone", "UTC"), ZoneId::of)
                .orElse(ZoneId.of("UTC"));
        return new Settings.Schedule(
                zone, cron(schedule, "collect", "0 15 2 * * ?", zone), cron(schedule, "pack", "0 0 6 1 * ?", zone));
    }

    private Settings.Pack pack(Fields pack, Optional<SmtpServer> smtp) {
        String prefix = Values.text(pack, "prefix", "EH");
        if (!prefix.matches("[A-Za-z0-9-]{1,20}")) {
            problems.add(
                    "wrong-type", pack.position("prefix"), "prefix may hold letters, digits and hyphens, at most 20.");
        }
        Profile profile = values.parsed(
                        pack, "profile", Values.text(pack, "profile", Profile.FULL.word()), SettingsReader::profile)
                .orElse(Profile.FULL);
        return new Settings.Pack(
                prefix,
                values.path(pack, "folder", "packs"),
                new ChannelsReader(folder, problems, smtp, profile).read(pack),
                pack.has("evidence") ? Values.bytes(pack, "evidence", problems) : Long.MAX_VALUE,
                Values.optional(pack, "timestamp")
                        .flatMap(text -> values.parsed(pack, "timestamp", text, Values::endpoint)),
                profile,
                values.parsed(pack, "paper", Values.text(pack, "paper", Paper.A4.word()), SettingsReader::paper)
                        .orElse(Paper.A4),
                values.parsed(pack, "approval", Values.text(pack, "approval", "none"), SettingsReader::approval)
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

    private Cron cron(Fields fields, String key, String otherwise, ZoneId zone) {
        String text = Values.text(fields, key, otherwise);
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
}
