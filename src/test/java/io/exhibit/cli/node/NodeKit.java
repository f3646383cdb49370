package io.exhibit.cli.node;

import io.exhibit.aws.vault.MockServer;
import io.exhibit.cli.Main;
import io.exhibit.cli.QuickJava;
import io.exhibit.cli.Wire;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.wiring.Keys;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.schedule.cluster.Postgres;
import io.exhibit.seal.SigningKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Nodes as processes of their own, with a PostgreSQL, an S3 server that others wrote, and the simulated AWS; the wires to the first
 * two can be cut.
 */
final class NodeKit implements Closeable {

    static final SigningKey KEY = SigningKey.of(new byte[32]);

    private final Path folder;
    final List<String> java;
    final Sandbox sandbox;
    final MockServer s3;
    final Wire toS3;
    private int rounds;

    NodeKit(Path folder, SandboxOptions options) throws Exception {
        this.folder = folder;
        this.java = QuickJava.command(Files.createDirectories(folder.resolve("java")));
        this.sandbox = Sandbox.start(options);
        this.s3 = MockServer.start(Files.createDirectories(folder.resolve("s3")));
        s3.bucket("evidence", true);
        this.toS3 = Wire.to(s3.address().getPort());
    }

    /** A vault and a database that are new, and settings that every node has. */
    Round round(String schedule) throws Exception {
        return round(schedule, 8);
    }

    /** @param parallel units that a node asks at once */
    Round round(String schedule, int parallel) throws Exception {
        return new Round(schedule, parallel);
    }

    final class Round implements Closeable {

        private final Path place = Files.createDirectories(folder.resolve("round-" + ++rounds));
        private final List<Process> started = new ArrayList<>();
        final String url = Postgres.database();
        final Wire toPostgres = Wire.to(Postgres.server().getPort());
        final Settings settings;

        private Round(String schedule, int parallel) throws Exception {
            String database = "jdbc:postgresql://127.0.0.1:" + toPostgres.port() + url.substring(url.lastIndexOf('/'));
            Files.writeString(place.resolve("exhibit.yaml"), """
                    vault: s3://evidence/round-%d
                    s3: {endpoint: 'http://127.0.0.1:%d', path_style: yes, lock: none}
                    mappings: %s
                    aws: {endpoint: '%s', parallel: %d}
                    %s
                    pack: {deliver: %s}
                    monitor: {listen: none}
                    cluster: {database: '%s', user: postgres}
                    """.formatted(
                            rounds,
                            toS3.port(),
                            Path.of("mappings").toAbsolutePath(),
                            sandbox.endpoint(),
                            parallel,
                            schedule,
                            place.resolve("delivered"),
                            database));
            settings = SettingsReader.read(place.resolve("exhibit.yaml"));
            Keys.save(KEY, settings.key());
        }

        /** A node with a folder of its own, and the same settings and key as all others. */
        Process node(String name) throws IOException {
            return node(name, java);
        }

        /** @param java the command up to the name of the class */
        Process node(String name, List<String> java) throws IOException {
            Path own = place.resolve(name);
            if (!Files.exists(own)) {
                Files.createDirectories(own.resolve("keys"));
                Files.copy(place.resolve("exhibit.yaml"), own.resolve("exhibit.yaml"));
                Files.copy(settings.key(), own.resolve("keys/exhibit.pem"));
                Files.setPosixFilePermissions(
                        own.resolve("keys/exhibit.pem"), PosixFilePermissions.fromString("rw-------"));
            }
            List<String> command = new ArrayList<>(java);
            command.addAll(List.of(Main.class.getName(), "serve"));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(own.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(own.resolve("said").toFile()));
            builder.environment().put("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
            builder.environment().put("AWS_SECRET_ACCESS_KEY", "not-a-secret");
            Process process = builder.start();
            started.add(process);
            return process;
        }

        String said(String name) throws IOException {
            Path said = place.resolve(name).resolve("said");
            return Files.exists(said) ? Files.readString(said) : "";
        }

        /** Nodes that said that they are ready. */
        int readyNodes() throws IOException {
            int ready = 0;
            try (Stream<Path> nodes = Files.list(place)) {
                for (Path node : nodes.filter(Files::isDirectory).toList()) {
                    ready += said(node.getFileName().toString()).contains("Ready after") ? 1 : 0;
                }
            }
            return ready;
        }

        Path file() {
            return place.resolve("exhibit.yaml");
        }

        Path delivered() {
            return place.resolve("delivered");
        }

        @Override
        public void close() throws IOException {
            for (Process process : started) {
                process.destroyForcibly();
                process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
            }
            toPostgres.close();
        }
    }

    @Override
    public void close() throws IOException {
        toS3.close();
        s3.close();
        sandbox.close();
    }
}
