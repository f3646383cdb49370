package io.exhibit.cli.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Cluster;
import io.exhibit.run.Shares.Open;
import io.exhibit.schedule.cluster.Nodes.Node;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows who shares the work. */
@Command(
        name = "nodes",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows the nodes that share the nights, and who does what.",
            "",
            "Since when each runs, when it was last seen, which accounts it asks just now, and which of them writes the log. The"
                    + " settings name their database (cluster).",
            "",
            "A node that was not seen for half a minute is dead: what it was about is taken up by the others. One that was not"
                    + " told to stop is missed (alarm `node`) until a node of its host is there again, or it is forgotten by"
                    + " hand. The exit code is 3 while a run is open whose accounts nobody asks."
        },
        footer = {
            "",
            "Example:  exhibit nodes --settings /etc/exhibit/exhibit.yaml",
            "          exhibit nodes --forget node-c.example.org-1f0c2a9e"
        })
public final class NodesCommand implements Callable<Integer> {

    @Mixin
    private Given given = new Given();

    @Option(names = "--json", description = "Print one object: the run that is open, and the nodes.")
    private boolean json;

    @Option(
            names = "--forget",
            paramLabel = "NODE",
            description = "Miss this dead node no longer: it will not come back. By its name as it is listed here.")
    private Optional<String> forget = Optional.empty();

    private final Console console;

    NodesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = given.settings();
        if (settings.serving().cluster().isEmpty()) {
            throw new Stop(
                    ExitCode.SETTINGS,
                    "The settings have no cluster: one node does all by itself. To share the work, see the section"
                            + " cluster of: exhibit sample");
        }
        try (Cluster cluster = Cluster.of(settings, "")) {
            if (forget.isPresent()) {
                return forget(cluster, forget.get());
            }
            List<Node> nodes = cluster.nodes().all();
            Optional<Open> open = cluster.shares().open();
            List<String> pending =
                    open.isPresent() ? cluster.shares().pending(open.get().run()) : List.of();
            if (json) {
                console.raw(json(nodes, open, pending));
            } else {
                print(nodes, open, pending);
            }
            boolean idle = nodes.stream()
                    .noneMatch(node -> node.alive() && !node.accounts().isEmpty());
            return !pending.isEmpty() && idle ? ExitCode.GAPS : ExitCode.DONE;
        }
    }

    private int forget(Cluster cluster, String name) throws IOException {
        if (!cluster.nodes().forget(name)) {
            boolean there =
                    cluster.nodes().all().stream().anyMatch(node -> node.name().equals(name));
            throw new Stop(
                    ExitCode.USAGE,
                    there
                            ? "The node " + name
                                    + " is alive. Stop it on its host (systemctl stop exhibit): a node that is"
                                    + " stopped is not missed."
                            : "No node is called " + name + ". See: exhibit nodes");
        }
        console.result("The node " + name + " is forgotten. The next hourly look tells that its alarm is over.");
        return ExitCode.DONE;
    }

    private void print(List<Node> nodes, Optional<Open> open, List<String> pending) {
        if (nodes.isEmpty()) {
            console.result("No node is there. Start one: exhibit serve");
        }
        for (Node node : nodes) {
            console.result(node.name() + "  " + node.program().split(" ")[0] + "  since " + node.started() + "  "
                    + (node.alive() ? "alive" : "not seen since " + node.seen())
                    + (node.writes() ? "  writes the log" : "")
                    + (node.accounts().isEmpty() ? "" : "  asks " + String.join(", ", words(node.accounts()))));
        }
        console.result(
                open.map(run -> "Run " + run.run() + " is open; accounts that are not done: " + pending.size() + ".")
                        .orElse("No run is open."));
    }

    private static List<String> words(List<String> accounts) {
        return accounts.stream()
                .map(account -> account.isEmpty() ? "the organization" : account)
                .toList();
    }

    private static String json(List<Node> nodes, Optional<Open> open, List<String> pending) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode all = mapper.createObjectNode();
        all.put("run", open.map(Open::run).orElse(null));
        ArrayNode left = all.putArray("pending");
        pending.forEach(left::add);
        ArrayNode list = all.putArray("nodes");
        for (Node node : nodes) {
            ObjectNode each = list.addObject();
            each.put("name", node.name());
            each.put("program", node.program());
            each.put("settings", node.settings());
            each.put("started", node.started().toString());
            each.put("seen", node.seen().toString());
            each.put("alive", node.alive());
            each.put("writes", node.writes());
            ArrayNode accounts = each.putArray("accounts");
            node.accounts().forEach(accounts::add);
        }
        return mapper.writeValueAsString(all) + "\n";
    }
}
