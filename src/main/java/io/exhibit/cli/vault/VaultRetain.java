package io.exhibit.cli.vault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.seal.Retained;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** For how long the runs of a vault are kept. */
@Command(
        name = "retain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says of each run what keeps it from being deleted, held against the six years that 45 CFR 164.316(b)(2)(i) asks for,",
            "counted in days from the end of the run. Of a vault in S3 mode and date are read back, object by object, by the recorded",
            "version. A vault in a folder enforces nothing, and that is said.",
            "",
            "With --until the locks of these runs are lengthened to that day. They are never shortened, and under compliance nobody",
            "can take that back. What the entity has to keep beside this evidence (policies, analyses, contracts) is not looked at.",
            "",
            "Ends with 0 when everything that was looked at is locked for six years, otherwise with 3."
        },
        footer = {
            "",
            "Example:  exhibit vault retain --last 31",
            "          exhibit vault retain --run 2026-10-05T021500Z --until 2033-01-31"
        })
final class VaultRetain implements Callable<Integer> {

    private static final int YEARS = 6;

    @Mixin
    private Given given = new Given();

    @Option(names = "--run", paramLabel = "ID", description = "This run alone.")
    private String run;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "31",
            description = "The last N runs of the log (default: ${DEFAULT-VALUE}); 0 for all of them.")
    private int last;

    @Option(
            names = "--until",
            paramLabel = "YYYY-MM-DD",
            description = "Lock them at least until that day begins (UTC).")
    private String until;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    private final Console console;

    VaultRetain(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Instant> end = until();
        Wiring wiring = new Wiring(given.settings(), console);
        boolean folder = wiring.settings().vault().folder().isPresent();
        ObjectNode root = new ObjectMapper()
                .createObjectNode()
                .put("version", 1)
                .put("vault", wiring.settings().vault().toString())
                .put("enforced", !folder);
        ArrayNode all = root.putArray("runs");
        boolean everything = true;
        try (Vault vault = open(wiring, end)) {
            List<String> runs = runs(vault);
            for (String id : runs) {
                if (end.isPresent()) {
                    vault.retain(id, end.get());
                }
                everything &= look(vault, id, all.addObject());
            }
            if (!json && runs.size() < vault.runIds().size()) {
                console.say(
                        "These are " + runs.size() + " of " + vault.runIds().size() + " runs; --last 0 looks at all.");
            }
        }
        if (json) {
            console.raw(root.toPrettyString());
        } else if (folder) {
            console.say("The vault " + wiring.settings().vault()
                    + " lies in a folder: nothing enforces that it is kept for six years."
                    + " Whoever may write to the disk can delete it. Mirror it to S3 with a lock: exhibit vault copy");
        }
        return everything ? ExitCode.DONE : ExitCode.GAPS;
    }

    /** Locks are lengthened by whoever has the settings' lock mode at hand; looking needs none. */
    private Vault open(Wiring wiring, Optional<Instant> end) throws IOException {
        return end.isEmpty() ? wiring.vaultToRead() : wiring.vaultToRetain();
    }

    private List<String> runs(Vault vault) {
        List<String> runs = vault.runIds();
        if (run != null) {
            if (!runs.contains(run)) {
                throw new Stop(ExitCode.MISSING, "The run " + run + " is not in the vault. See: exhibit vault list");
            }
            return List.of(run);
        }
        return last <= 0 ? runs : runs.subList(Math.max(0, runs.size() - last), runs.size());
    }

    private boolean look(Vault vault, String id, ObjectNode into) throws IOException {
        Retained retained = vault.retained(id);
        Instant due = day(vault.run(id).finished())
                .plusYears(YEARS)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        boolean covered = retained.covers(due);
        into.put("run", id)
                .put("objects", retained.objects())
                .put("locked", retained.locked())
                .put("mode", retained.mode())
                .put("until", retained.until().map(Instant::toString).orElse(""))
                .put("sixYears", due.toString())
                .put("covered", covered);
        if (!json) {
            console.result(
                    String.format(
                            Locale.ROOT,
                            "%-20s  %s  six years end %s: %s",
                            id,
                            words(retained),
                            day(due),
                            covered ? "covered" : "not covered"),
                    !covered);
        }
        return covered;
    }

    private static String words(Retained retained) {
        if (retained.locked() == 0) {
            return "no lock";
        }
        String some = retained.locked() == retained.objects()
                ? "all " + retained.objects() + " objects"
                : retained.locked() + " of " + retained.objects() + " objects";
        return retained.mode() + " until " + day(retained.until().orElseThrow()) + ", " + some;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private Optional<Instant> until() {
        try {
            return Optional.ofNullable(until)
                    .map(day ->
                            LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            throw new Stop(ExitCode.USAGE, "--until is a day such as 2033-01-31, not \"" + until + "\".");
        }
    }
}
