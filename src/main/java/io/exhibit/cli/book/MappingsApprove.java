package io.exhibit.cli.book;

import io.exhibit.assessment.Approval;
import io.exhibit.cli.settings.Given;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Said;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.terminal.SystemClock;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Seals that somebody approved the book. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Seals in the log that a named person approved the book as it lies there now, to the letter: after any change it is another",
            "book, which nobody approved. Packs print who approved the books of their nights, since when, and which nobody approved.",
            "",
            "The key of the log signs it: that shows when it was said, in this log, and not who typed the name. An approval is never",
            "taken back; a new one for a new book takes its place."
        },
        footer = {
            "",
            "Example:  exhibit mappings approve --as 'Jane Doe, Security Official' --reason 'Keys are 60 days, SEC-03 section 4.2'"
        })
final class MappingsApprove implements Callable<Integer> {

    private static final int LONGEST_REASON = 2000;

    @Mixin
    private Given given = new Given();

    @Option(names = "--as", required = true, paramLabel = "NAME", description = "Who approves it: name and function.")
    private String name;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, in a sentence; packs print it.")
    private String reason;

    @Option(
            names = "--framework",
            paramLabel = "ID",
            description =
                    "The book for that framework (default: that of the settings). Each framework has a book of its own.")
    private String framework;

    @Option(
            names = "--effective",
            paramLabel = "YYYY-MM-DD",
            description = "First day on which it may be judged by (default: today). It does not lie in the past.")
    private LocalDate effective;

    private final Console console;

    MappingsApprove(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Said.nameAndFunction(name);
        Said.line("--reason", reason, LONGEST_REASON);
        Settings settings = given.settings();
        Wiring wiring = new Wiring(framework == null ? settings : settings.withFramework(framework), console);
        SystemClock clock = new SystemClock();
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), wiring.settings().schedule().zone());
        LocalDate from = effective == null ? today : effective;
        if (from.isBefore(today)) {
            throw new Stop(
                    ExitCode.USAGE,
                    "--effective is today, " + today + ", or later, not " + from
                            + ": nobody approves for a time before he said so. Nights before are told in the pack.");
        }
        Book book = wiring.book();
        if (!wiring.hasVault()) {
            throw new Stop(
                    ExitCode.MISSING,
                    "There is no vault at " + wiring.settings().vault()
                            + " whose log could hold the approval. Check --vault, or run: exhibit collect");
        }
        try (Vault vault = wiring.vaultToWrite(clock)) {
            Optional<Approval> already = given(vault.approvals(), book, from);
            if (already.isPresent()) {
                console.result("It was approved already: " + words(already.get()));
                return ExitCode.DONE;
            }
            console.result("Approved: " + words(vault.approve(book.digest(), name, from, reason)));
        }
        return ExitCode.DONE;
    }

    /** The same said twice is one approval. */
    private Optional<Approval> given(List<Approval> approvals, Book book, LocalDate from) {
        return approvals.stream()
                .filter(approval -> approval.book().equals(book.digest())
                        && approval.approver().equals(name)
                        && approval.reason().equals(reason)
                        && !approval.effective().isAfter(from))
                .findFirst();
    }

    private static String words(Approval approval) {
        return "the book " + approval.book().substring(0, 16) + " by " + approval.approver() + " at " + approval.at()
                + ", effective from " + approval.effective() + ".";
    }
}
