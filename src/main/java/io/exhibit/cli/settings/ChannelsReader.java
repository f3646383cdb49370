package io.exhibit.cli.settings;

import io.exhibit.aws.KmsSigner;
import io.exhibit.aws.delivery.BucketSettings;
import io.exhibit.deliver.HostKey;
import io.exhibit.deliver.MailDelivery;
import io.exhibit.deliver.SftpServer;
import io.exhibit.deliver.Smtp;
import io.exhibit.deliver.SmtpServer;
import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Node;
import io.exhibit.mapping.Problems;
import io.exhibit.seal.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code pack.deliver}: a folder, or a list of channels. */
final class ChannelsReader {

    static final Set<String> KEYS = Set.of("name", "profile", "folder", "sftp", "s3", "mail");
    static final Set<String> SFTP = Set.of("host", "port", "user", "host_key", "password", "key", "folder");
    static final Set<String> S3 =
            Set.of("bucket", "prefix", "region", "endpoint", "path_style", "profile", "role", "external_id", "kms_key");
    static final Set<String> MAIL = Set.of("to", "attach", "most", "place");

    private static final List<String> WAYS = List.of("folder", "sftp", "s3", "mail");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SSH = 22;
    private static final int PORTS = 65_535;
    private static final long ATTACHED = 10_000_000;

    private final Path folder;
    private final Problems problems;
    private final Optional<SmtpServer> smtp;
    private final Profile usual;

    /**
     * @param smtp of the settings
     * @param usual profile of the packs that the settings bind
     */
    ChannelsReader(Path folder, Problems problems, Optional<SmtpServer> smtp, Profile usual) {
        this.folder = folder;
        this.problems = problems;
        this.smtp = smtp;
        this.usual = usual;
    }

    List<ChannelSettings> read(Fields pack) {
        Optional<Node> node = pack.node("deliver");
        if (node.isPresent() && node.get() instanceof Node.Scalar one) {
            return one.text().isBlank()
                    ? List.of()
                    : List.of(new ChannelSettings(
                            "folder",
                            usual,
                            new ChannelSettings.Folder(folder.resolve(one.text().strip()))));
        }
        List<ChannelSettings> channels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node each : pack.list("deliver")) {
            channel(new Fields(each, problems, KEYS)).ifPresent(channel -> {
                if (!names.add(channel.name())) {
                    problems.add(
                            "wrong-type",
                            each.position(),
                            "Two channels are called " + channel.name() + ".",
                            "Give each a name of its own; receipts in the log are by name.");
                }
                channels.add(channel);
            });
        }
        return channels;
    }

    private Optional<ChannelSettings> channel(Fields channel) {
        List<String> ways = WAYS.stream().filter(channel::has).toList();
        if (ways.size() != 1) {
            problems.add(
                    "wrong-type",
                    channel.position(),
                    "A channel goes exactly one way.",
                    "Write one of folder, sftp, s3 and mail in each entry of deliver.");
            return Optional.empty();
        }
        String way = ways.get(0);
        String name = channel.has("name") ? channel.required("name") : way;
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,39}")) {
            problems.add(
                    "wrong-type",
                    channel.position("name"),
                    "\"" + name + "\" cannot be the name of a channel.",
                    "Write up to 40 letters, digits and hyphens.");
        }
        Profile profile = channel.has("profile") ? profile(channel) : usual;
        return Optional.of(new ChannelSettings(
                name,
                profile,
                switch (way) {
                    case "sftp" -> new ChannelSettings.Sftp(sftp(below(channel, way, SFTP)));
                    case "s3" -> new ChannelSettings.S3(s3(below(channel, way, S3)));
                    case "mail" -> mail(below(channel, way, MAIL));
                    default -> new ChannelSettings.Folder(folder.resolve(channel.required(way)));
                }));
    }

    private Profile profile(Fields channel) {
        try {
            return SettingsReader.profile(channel.text("profile"));
        } catch (IllegalArgumentException e) {
            problems.add("wrong-type", channel.position("profile"), "profile: " + e.getMessage());
            return usual;
        }
    }

    private Fields below(Fields channel, String key, Set<String> known) {
        return new Fields(channel.node(key).orElseThrow(), problems, known);
    }

    private SftpServer sftp(Fields sftp) {
        long port = sftp.integer("port", SSH);
        if (port < 1 || port > PORTS) {
            problems.add("wrong-type", sftp.position("port"), "port must lie between 1 and 65535, not " + port + ".");
        }
        String known = sftp.required("host_key");
        if (!known.isEmpty()) {
            try {
                HostKey.parse(known);
            } catch (IllegalArgumentException e) {
                problems.add("wrong-type", sftp.position("host_key"), e.getMessage());
            }
        }
        if (sftp.has("password") == sftp.has("key")) {
            problems.add(
                    "wrong-type",
                    sftp.position(),
                    "An SFTP server is entered with a password or with a key.",
                    "Write one of them, as the place where it lies: key: {file: PATH}.");
        }
        return new SftpServer(
                sftp.required("host"),
                (int) port,
                sftp.required("user"),
                known,
                secret(sftp, "password"),
                secret(sftp, "key"),
                sftp.text("folder"),
                PATIENCE);
    }

    private Optional<SmtpServer.Password> secret(Fields fields, String key) {
        return Secret.read(fields, key, folder, problems).map(secret -> () -> SmtpReader.value(secret));
    }

    private BucketSettings s3(Fields s3) {
        String prefix = s3.text("prefix");
        Optional<String> kmsKey = Values.optional(s3, "kms_key");
        if (kmsKey.isPresent() && !KmsSigner.isArn(kmsKey.get())) {
            problems.add("wrong-type", s3.position("kms_key"), "\"" + kmsKey.get() + "\" is not the ARN of a KMS key.");
        }
        Optional<String> role = Values.optional(s3, "role");
        if (role.isPresent() && !role.get().matches("arn:aws[a-z-]*:iam::\\d{12}:role/.+")) {
            problems.add("wrong-type", s3.position("role"), "\"" + role.get() + "\" is not the ARN of a role.");
        }
        return new BucketSettings(
                s3.required("bucket"),
                prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
                new PlanReader(s3, problems).region("region", "us-east-1"),
                Values.optional(s3, "endpoint").flatMap(text -> {
                    try {
                        return Optional.of(Values.endpoint(text));
                    } catch (IllegalArgumentException e) {
                        problems.add("wrong-type", s3.position("endpoint"), "endpoint: " + e.getMessage());
                        return Optional.empty();
                    }
                }),
                s3.yes("path_style", false),
                Values.optional(s3, "profile"),
                role,
                Values.optional(s3, "external_id"),
                kmsKey,
                false);
    }

    private ChannelSettings.Way mail(Fields mail) {
        List<String> to = mail.texts("to");
        if (to.isEmpty()) {
            problems.add(
                    "missing-key",
                    mail.position("to"),
                    "Mail needs receivers.",
                    "Write them as a list: to: [jane@auditor.example].");
        }
        to.stream()
                .filter(address -> !Smtp.isAddress(address))
                .forEach(address ->
                        problems.add("wrong-type", mail.position("to"), "\"" + address + "\" is no mail address."));
        String attach = mail.text("attach");
        if (!Stream.of("", "no", "pdf").toList().contains(attach)) {
            problems.add("wrong-type", mail.position("attach"), "attach is no or pdf, not \"" + attach + "\".");
        }
        if (smtp.isEmpty()) {
            problems.add(
                    "missing-key",
                    mail.position(),
                    "Mail needs a server that takes it.",
                    "Write the section smtp at the top of the settings: host, user, password, from.");
        }
        long most = mail.has("most") ? Values.bytes(mail, "most", problems) : ATTACHED;
        return smtp.<ChannelSettings.Way>map(server -> new ChannelSettings.Mail(
                        server, new MailDelivery.Notice(to, mail.text("place"), attach.equals("pdf") ? most : 0)))
                .orElse(new ChannelSettings.Folder(folder));
    }
}
