package io.exhibit.cli.wiring;

import io.exhibit.aws.vault.Retention;
import io.exhibit.aws.vault.S3Settings;
import io.exhibit.aws.vault.S3Vault;
import io.exhibit.cli.settings.Secret;
import io.exhibit.cli.settings.Serving;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Host;
import io.exhibit.cli.terminal.Pauses;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.run.Shares;
import io.exhibit.run.Shares.Turn;
import io.exhibit.schedule.ScheduleState;
import io.exhibit.schedule.cluster.Database;
import io.exhibit.schedule.cluster.Nodes;
import io.exhibit.schedule.cluster.Nodes.Node;
import io.exhibit.schedule.cluster.SqlMemory;
import io.exhibit.schedule.cluster.SqlShares;
import io.exhibit.schedule.cluster.SqlState;
import io.exhibit.schedule.cluster.WriterLease;
import io.exhibit.seal.LoggedVault;
import io.exhibit.seal.SharedUnits;
import io.exhibit.seal.Signer;
import io.exhibit.seal.VaultException;
import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What several nodes share, as one of them has it: the database, the turn at writing the log, and the vault. */
public final class Cluster implements Closeable {

    /** Each is used for moments. A server has a hundred by default, for all nodes. */
    private static final int CONNECTIONS = 16;

    /** How often a turn at writing is renewed; it lasts six times as long. */
    private static final int SECONDS = 5;

    private final Settings settings;
    private final String name;
    private final Database database;
    private final Shares shares;
    private final WriterLease lease;
    private final Nodes nodes;
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "exhibit-turn");
        thread.setDaemon(true);
        return thread;
    });

    private Cluster(Settings settings, String name, Database database) {
        this.settings = settings;
        this.name = name;
        this.database = database;
        this.shares = new SqlShares(database, name);
        this.lease = new WriterLease(database, name);
        this.nodes = new Nodes(database);
        renewing.scheduleWithFixedDelay(this::renew, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void renew() {
        try {
            lease.renew();
        } catch (IOException e) {
            // Then the turn lapses, and nothing more is signed: whoever writes hears it from there.
        }
    }

    /** As a process that is no node: a command by hand, which takes its turn at writing like one. */
    static Cluster visit(Settings settings) {
        return of(settings, draw());
    }

    /** Of one process, also where two have the same host name, or one starts again at once. */
    public static String draw() {
        return Host.name() + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** @param name of this process, which no other one has */
    public static Cluster of(Settings settings, String name) {
        Serving.Cluster cluster = settings.serving().cluster().orElseThrow();
        try {
            String password = cluster.password().map(Secret::value).orElse("");
            return new Cluster(settings, name, Database.open(cluster.url(), cluster.user(), password, CONNECTIONS));
        } catch (IOException e) {
            throw new Stop(ExitCode.UNREACHABLE, e.getMessage());
        }
    }

    public String name() {
        return name;
    }

    public Database database() {
        return database;
    }

    public Shares shares() {
        return shares;
    }

    ScheduleState state() {
        return new SqlState(database);
    }

    /** What the nodes remember together, in their database. */
    public SqlMemory memory() {
        return new SqlMemory(database);
    }

    public Nodes nodes() {
        return nodes;
    }

    /** Version, and the digest of the jar: two builds of one version may differ. */
    public static String program() {
        return Wiring.version() + " " + Wiring.buildDigest();
    }

    /**
     * To be called every few seconds: that the node is alive. One whose row is gone joins anew.
     *
     * @param leaving whether it is being stopped
     * @return another node beside which it may not
     */
    public Optional<Node> beat(boolean leaving) throws IOException {
        return nodes.beat(name, leaving) ? Optional.empty() : nodes.join(name, program(), settings.digest());
    }

    /**
     * Opens the vault for writing, or makes it, when it is this node's turn; closing it gives the turn back.
     *
     * @throws VaultException with LOCKED while it is another's
     */
    LoggedVault vaultToWrite(Signer key, InstantSource clock) throws IOException {
        Optional<WriterLease.Turn> taken = lease.take();
        if (taken.isEmpty()) {
            throw new VaultException(
                    VaultException.Reason.LOCKED,
                    "The vault " + settings.vault() + " is being written by the node "
                            + lease.holder().orElse("(that has just ended)") + "; try again when it has ended.");
        }
        WriterLease.Turn turn = taken.get();
        boolean open = false;
        try {
            S3Settings held = s3().heldBy(Wiring.origin(settings), turn.epoch(), name);
            Signer fenced = new FencedSigner(key, turn::isOurs);
            if (!S3Vault.exists(held, Pauses::real)) {
                S3Vault.create(held, Wiring.origin(settings), fenced, clock, Pauses::real)
                        .close();
            }
            LoggedVault vault =
                    S3Vault.open(held, fenced, clock, Pauses::real, new ShareNotes(shares, Optional.empty()), turn);
            open = true;
            return vault;
        } finally {
            if (!open) {
                turn.close();
            }
        }
    }

    /** The vault for units of the open run, of whoever has that turn. */
    public SharedUnits units(Signer key, InstantSource clock, Turn turn) throws IOException {
        return S3Vault.units(s3(), key, clock, Pauses::real, new ShareNotes(shares, Optional.of(turn)));
    }

    private S3Settings s3() {
        Retention retention = settings.vault().s3().retention().orElse(Retention.NONE);
        return new VaultWiring(settings.vault()).s3(retention);
    }

    /** What this node was about is taken up by others at once, instead of after half a minute. */
    @Override
    public void close() throws IOException {
        renewing.shutdownNow();
        try (database) {
            lease.release();
            nodes.leave(name);
        }
    }
}
