package io.exhibit.cli.node;

import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Cluster;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.schedule.cluster.Nodes.Node;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** This process as one of several nodes: it joins them, gives a sign of life every few seconds, and leaves. */
public final class ClusterNode implements Closeable {

    private static final int SECONDS = 5;

    private final Cluster cluster;
    private final Console console;
    private final Draining draining;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sign of life");
        thread.setDaemon(true);
        return thread;
    });
    private boolean silent;

    private ClusterNode(Cluster cluster, Console console, Draining draining) {
        this.cluster = cluster;
        this.console = console;
        this.draining = draining;
    }

    /**
     * Joins the nodes.
     *
     * @param draining is asked when the node may not stay among them
     * @throws Stop when a living node has another version or other settings
     */
    public static ClusterNode join(Wiring wiring, Console console, Draining draining) throws IOException {
        Cluster cluster = Cluster.of(wiring.settings(), Cluster.draw());
        boolean joined = false;
        try {
            Optional<Node> other = cluster.nodes()
                    .join(cluster.name(), Cluster.program(), wiring.settings().digest());
            if (other.isPresent()) {
                throw refused(other.get());
            }
            ClusterNode node = new ClusterNode(cluster, console, draining);
            node.beat.scheduleAtFixedRate(node::sign, SECONDS, SECONDS, TimeUnit.SECONDS);
            joined = true;
            return node;
        } finally {
            if (!joined) {
                cluster.close();
            }
        }
    }

    private static Stop refused(Node other) {
        boolean version = !other.program().equals(Cluster.program());
        return new Stop(
                ExitCode.SETTINGS,
                version
                        ? "The node " + other.name() + " is running, and it is another build of Exhibit ("
                                + other.program() + ", this one is " + Cluster.program()
                                + "). All nodes run the same one: stop"
                                + " the others first, then start them with this one."
                        : "The node " + other.name() + " is running with other settings. All nodes have the same file:"
                                + " copy it, or stop the others first.");
    }

    public Cluster cluster() {
        return cluster;
    }

    private void sign() {
        try {
            Optional<Node> other = cluster.beat(draining.isAsked());
            if (other.isPresent()) {
                console.alarm(
                        "This node was taken for dead. " + refused(other.get()).getMessage());
                draining.ask();
            }
            if (silent) {
                silent = false;
                console.say("The nodes' database answers again.");
            }
        } catch (IOException | RuntimeException e) {
            // The next one may get through; until then this node counts as dead after half a minute.
            if (!silent) {
                silent = true;
                console.alarm("This node could give no sign of life: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() throws IOException {
        beat.shutdownNow();
        cluster.close();
    }
}
