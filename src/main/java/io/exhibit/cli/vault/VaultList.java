package io.exhibit.cli.vault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.assessment.Receipt;
import io.exhibit.assessment.Release;
import io.exhibit.cli.checks.VaultChecks;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.RunRecord.Outcome;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every run and every pack in the log, and how many leaves it has of each kind. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lists every run of the log, the missed and failed ones too, in its order: id, outcome, bytes of evidence, whether",
            "it was judged, and the SHA-256 of its record, which stands in the log and from which everything else of it follows.",
            "",
            "Then every pack that was issued: name, by whom its draft was approved, how many receipts there are of it, and the SHA-256",
            "of its zip. What else the log holds is counted by its kind.",
            "",
            "It reads records and checks their digests. Whether all evidence is as it was sealed says exhibit verify."
        },
        footer = {"", "Example:  exhibit vault list --vault s3://evidence/vault"})
final class VaultList implements Callable<Integer> {

    /** The kinds of leaves, in the order in which they are told: of one, of several. */
    private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("run", List.of("run", "runs"));
        KINDS.put("assessment", List.of("assessment of a run", "assessments of runs"));
        KINDS.put("book", List.of("book", "books"));
        KINDS.put("approval", List.of("approval of a book", "approvals of books"));
        KINDS.put("rotation", List.of("change of the key", "changes of the key"));
        KINDS.put("channel", List.of("way of handing over", "ways of handing over"));
        KINDS.put("release", List.of("approval of a draft", "approvals of drafts"));
        KINDS.put("pack", List.of("pack", "packs"));
        KINDS.put("receipt", List.of("receipt", "receipts"));
        KINDS.put("visits", List.of("batch of visits", "batches of visits"));
    }

    @Mixin
    private Given given = new Given();

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    private final Console console;

    VaultList(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Wiring wiring = new Wiring(given.settings(), console);
        ObjectNode root = new ObjectMapper().createObjectNode().put("version", 1);
        SortedMap<String, Long> leaves;
        try (Vault vault = wiring.vaultToRead()) {
            runs(vault, root.putArray("runs"));
            packs(vault, root.putArray("packs"));
            leaves = vault.leaves();
            leaves.forEach(root.putObject("leaves")::put);
        }
        if (json) {
            console.raw(root.toPrettyString());
        } else {
            long all = leaves.values().stream().mapToLong(Long::longValue).sum();
            console.say(wiring.settings().vault() + ": " + counted(all, "leaf", "leaves") + " in the log. "
                    + kinds(leaves) + ".");
        }
        return ExitCode.DONE;
    }

    private void runs(Vault vault, ArrayNode into) throws IOException {
        Set<String> unassessed = Set.copyOf(vault.unassessed());
        for (String id : vault.runIds()) {
            RunRecord run = vault.run(id);
            long bytes = run.units().stream().mapToLong(RunRecord.Unit::bytes).sum();
            String digest = vault.digest(id).orElseThrow();
            into.addObject()
                    .put("run", id)
                    .put("outcome", run.outcome().name())
                    .put("bytes", bytes)
                    .put("judged", !unassessed.contains(id))
                    .put("sha256", digest);
            row(
                    String.format(
                            Locale.ROOT,
                            "%-20s  %-8s  %10s  %-10s  %s",
                            id,
                            run.outcome(),
                            VaultChecks.words(bytes),
                            unassessed.contains(id) ? "not judged" : "judged",
                            digest),
                    run.outcome() == Outcome.FAILED || run.outcome() == Outcome.MISSED);
        }
    }

    private void packs(Vault vault, ArrayNode into) throws IOException {
        List<Receipt> receipts = vault.receipts();
        List<Release> releases = vault.releases();
        vault.packs().forEach((pack, digest) -> {
            long received =
                    receipts.stream().filter(each -> each.pack().equals(pack)).count();
            // Each draft that was approved has its own; the last one was issued.
            String approver = releases.stream()
                    .filter(each -> each.pack().equals(pack))
                    .map(Release::approver)
                    .reduce("", (before, last) -> last);
            into.addObject()
                    .put("pack", pack)
                    .put("approver", approver)
                    .put("receipts", received)
                    .put("sha256", digest);
            row(
                    String.format(
                            Locale.ROOT,
                            "%-20s  %-8s  %10s  %-10s  %s",
                            pack,
                            "PACK",
                            counted(received, "receipt", "receipts"),
                            approver.isEmpty() ? "" : "approved",
                            digest),
                    false);
            if (!approver.isEmpty()) {
                row("  approved by " + approver, false);
            }
        });
    }

    private void row(String line, boolean marked) {
        if (!json) {
            console.result(line, marked);
        }
    }

    /** A kind that this list does not know is counted by its own word. */
    private static String kinds(SortedMap<String, Long> leaves) {
        Map<String, Long> told = new LinkedHashMap<>();
        KINDS.keySet().stream().filter(leaves::containsKey).forEach(kind -> told.put(kind, leaves.get(kind)));
        leaves.forEach(told::putIfAbsent);
        return told.entrySet().stream()
                .map(each -> {
                    List<String> words = KINDS.getOrDefault(each.getKey(), List.of(each.getKey(), each.getKey()));
                    return counted(each.getValue(), words.get(0), words.get(1));
                })
                .reduce((one, other) -> one + ", " + other)
                .orElse("Nothing is sealed yet");
    }

    private static String counted(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }
}
