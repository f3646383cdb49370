package io.exhibit.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.cli.Consoles;
import io.exhibit.cli.HandClock;
import io.exhibit.cli.Main;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Cluster;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.run.Observer;
import io.exhibit.run.watch.Failures;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import io.exhibit.sandbox.objects.ObjectStore;
import io.exhibit.schedule.cluster.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node of a cluster that is gone: the others tell it once, and when it is over. */
@OneJdk
class GoneNodeTest {

    private static final String DEAD = "node-c-1f0c2a9e";

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-10-05T02:15:00Z"));
    private final Consoles console = Consoles.listening();
    private Sandbox sandbox;
    private Path file;
    private String url;
    private Cluster cluster;

    @BeforeEach
    void twoNodesOfWhichOneIsKilled() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().withAccounts(2).withUsers(2));
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "example");
        url = Postgres.database();
        file = Files.writeString(folder.resolve("exhibit.yaml"), """
                vault: s3://%s/gone
                s3: {endpoint: '%s', path_style: yes, lock: none}
                aws: {endpoint: '%s'}
                cluster: {database: '%s', user: postgres}
                """.formatted(
                        ObjectStore.VAULT, sandbox.endpoint(), sandbox.endpoint(), url));
        Settings settings = SettingsReader.read(file);
        cluster = Cluster.of(settings, "node-a-00000001");
        cluster.nodes().join("node-a-00000001", Cluster.program(), settings.digest());
        cluster.nodes().join(DEAD, Cluster.program(), settings.digest());
    }

    @AfterEach
    void stop() throws IOException {
        cluster.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        sandbox.close();
    }

    @Test
    void itIsToldOnceWithWhatToDoAndIsOverWhenSomebodySaysThatItWillNotComeBack() throws Exception {
        assertThat(look()).isEmpty();
        silentFor(20);
        assertThat(look()).isEqualTo("NEW: The node " + DEAD + " is gone");
        silentFor(60);
        assertThat(look()).isEmpty();
        assertThat(nodes()).contains(DEAD, "not seen since");

        assertThat(nodes("--forget", DEAD)).contains("is forgotten");
        assertThat(look()).isEqualTo("OVER: The node " + DEAD + " is gone");
    }

    @Test
    void itIsOverWhenItsHostHasANodeAgainWhichHasAnotherName() throws Exception {
        silentFor(20);
        look();

        cluster.nodes()
                .join(
                        "node-c-55aa55aa",
                        Cluster.program(),
                        cluster.nodes().all().get(0).settings());

        assertThat(look()).isEqualTo("OVER: The node " + DEAD + " is gone");
    }

    @Test
    void aLivingNodeIsNotForgotten() {
        assertThat(Main.run(console.console(), "nodes", "--settings", file.toString(), "--forget", "node-a-00000001"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("is alive. Stop it on its host");
        assertThat(Main.run(console.console(), "nodes", "--settings", file.toString(), "--forget", "nobody"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("No node is called nobody");
    }

    private void silentFor(int minutes) throws IOException {
        Postgres.run(
                url, "update node set seen = now() - interval '" + minutes + " minutes' where name = '" + DEAD + "'");
    }

    private String nodes(String... more) {
        List<String> words = new java.util.ArrayList<>(List.of("nodes", "--settings", file.toString()));
        words.addAll(List.of(more));
        assertThat(Main.run(console.console(), words.toArray(String[]::new))).isEqualTo(ExitCode.DONE);
        return console.out();
    }

    /** By whichever node looks: nothing of it is in this one's memory. */
    private String look() throws IOException {
        Wiring wiring = new Wiring(SettingsReader.read(file), console.console());
        wiring.among(cluster);
        SharedMemory shared = new SharedMemory(cluster.memory(), console.console());
        return new Watching(wiring, clock, console.console(), shared, new Failures(shared), Observer.NONE, List::of)
                .carryOut(clock.instant());
    }
}
