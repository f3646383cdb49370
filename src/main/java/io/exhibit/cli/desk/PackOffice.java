package io.exhibit.cli.desk;

import io.exhibit.assessment.Period;
import io.exhibit.cli.packs.ApproveCommand;
import io.exhibit.cli.packs.PackCommand;
import io.exhibit.cli.packs.WhichPack;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.PackBook;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.packs.PackDesk;
import io.exhibit.console.page.Unavailable;
import io.exhibit.control.Book;
import io.exhibit.control.BookDifference;
import io.exhibit.deliver.FileDigest;
import io.exhibit.run.ComparedPacks;
import io.exhibit.run.Edition;
import io.exhibit.run.PackFiles;
import io.exhibit.run.PackRefused;
import io.exhibit.run.PackRun;
import io.exhibit.seal.KeyFiles;
import io.exhibit.seal.PackVault;
import io.exhibit.seal.PackVerifier;
import io.exhibit.seal.Pem;
import io.exhibit.seal.Step;
import io.exhibit.seal.Trust;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultException;
import io.exhibit.seal.zip.ZipRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packs of the settings' folder, for the console: by the commands' own code. */
final class PackOffice implements PackDesk {

    private final Wiring wiring;
    private final InstantSource clock;
    private final Console console;

    PackOffice(Wiring wiring, InstantSource clock, Console console) {
        this.wiring = wiring;
        this.clock = clock;
        this.console = console;
    }

    @Override
    public Optional<Path> file(String pack, Form form) {
        return Optional.of(wiring.settings().pack().folder().resolve(pack + form.ending()))
                .filter(Files::isRegularFile);
    }

    private Path zip(String pack) throws IOException {
        return file(pack, Form.ZIP)
                .orElseThrow(() -> new Unavailable(
                        "The zip of " + pack
                                + " is not in the folder of packs. exhibit pack prints an issued pack again.",
                        null));
    }

    @Override
    public Path draw(YearMonth month) throws IOException {
        Settings settings = wiring.settings();
        Period period = WhichPack.of(month, settings.schedule().zone());
        try {
            return PackCommand.drawUp(wiring, Edition.first(settings.packSeries(), period), period, clock)
                    .file();
        } catch (Stop | PackRefused e) {
            throw new Unavailable(Ending.of(e).message(), e);
        }
    }

    @Override
    public Optional<Path> drawn(YearMonth month) {
        return file(wiring.settings().packName(month), Form.DRAFT);
    }

    @Override
    public byte[] page(String pack) throws IOException {
        try (PackVault opened = PackVault.open(zip(pack), Optional.empty())) {
            return opened.file("report.html");
        }
    }

    @Override
    public List<Step> verify(String pack) throws IOException {
        Path key = KeyFiles.publicHalf(wiring.settings().key());
        Trust trust = Files.isRegularFile(key)
                ? Trust.of(Pem.publicKey(Files.readString(key, StandardCharsets.ISO_8859_1)))
                : Trust.nobody();
        return new PackVerifier(trust, Optional.empty(), Optional.empty()).check(zip(pack));
    }

    @Override
    public String approve(String pack, String approver, String reason, String seen) throws IOException {
        try {
            ApproveCommand.approve(wiring.settings(), pack, approver, reason, seen, console);
            return pack + " was approved and issued.";
        } catch (Stop | PackRefused | VaultException e) {
            return Ending.of(e).message();
        }
    }

    @Override
    public String deliver(String pack) throws IOException {
        if (wiring.settings().pack().deliver().isEmpty()) {
            return pack + " is handed over to nobody: the settings name no recipient (pack.deliver).";
        }
        try {
            if (!PackCommand.owes(wiring, pack, clock, console)) {
                return "Nothing of " + pack
                        + " is owed: each recipient of the settings has it, or was named after it was issued.";
            }
            int code = PackCommand.delivered(wiring, pack, clock, console);
            return code == ExitCode.DONE
                    ? "What was owed of " + pack + " is handed over; the list has every receipt."
                    : "Not all of " + pack
                            + " could be handed over. It is tried again every hour; the terminal of the console says why.";
        } catch (Stop | VaultException e) {
            return Ending.of(e).message();
        }
    }

    @Override
    public Comparison compare(String older, String newer) throws IOException {
        Path first = zip(older);
        Path second = zip(newer);
        Map<String, String> logged;
        try (Vault vault = wiring.vaultToRead()) {
            logged = vault.packs();
        }
        try (PackVault was = PackVault.open(first, Optional.empty());
                PackVault is = PackVault.open(second, Optional.empty())) {
            ComparedPacks compared = ComparedPacks.of(was, is);
            Optional<Book> before = PackBook.readable(PackFiles.original(was.payload(PackBook.FOLDER)));
            Optional<Book> after = PackBook.readable(PackFiles.original(is.payload(PackBook.FOLDER)));
            List<String> book = before.isEmpty() || after.isEmpty()
                    ? List.of()
                    : BookDifference.between(before.get(), after.get()).stream()
                            .map(Object::toString)
                            .toList();
            String note = compared.sameBook()
                    ? "Both were bound by the same book."
                    : before.isEmpty() || after.isEmpty()
                            ? "They were bound by different books, and one of them does not tell its own."
                            : book.isEmpty() ? "The two books say the same, written otherwise." : "";
            String wasDigest = FileDigest.of(first);
            String isDigest = FileDigest.of(second);
            return new Comparison(
                    compared,
                    wasDigest,
                    wasDigest.equals(logged.get(older)),
                    isDigest,
                    isDigest.equals(logged.get(newer)),
                    compared.sameBook() ? List.of() : book,
                    note);
        } catch (ZipRefused | PackRefused | VaultException e) {
            throw new Unavailable("These two cannot be compared: " + e.getMessage(), e);
        }
    }

    @Override
    public String reissue(String pack, String reason) throws IOException {
        Settings settings = ApproveCommand.settings(wiring.settings(), pack);
        Wiring own = new Wiring(settings, console);
        Edition next = Edition.named(pack).again(Edition.named(pack).number() + 1, reason);
        try {
            PackRun.Bound bound = PackCommand.bind(
                    own, next, Edition.period(pack, settings.schedule().zone()), clock);
            if (bound.zip().isEmpty()) {
                return "The draft of " + next.pack() + " is drawn up, and waits for an approval.";
            }
            return next.pack() + " is issued; " + pack + " stays as it is. " + deliver(next.pack());
        } catch (Stop | PackRefused | VaultException e) {
            return Ending.of(e).message();
        }
    }
}
