package io.exhibit.cli.wiring;

import io.exhibit.assessment.PeriodAssessment;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Shipped;
import io.exhibit.control.Book;
import io.exhibit.evidence.Catalog;
import io.exhibit.render.PackContent;
import io.exhibit.render.PackContent.Attachment;
import io.exhibit.render.PackRenderer;
import io.exhibit.run.AssessRun;
import io.exhibit.run.Contents;
import io.exhibit.run.IssueShelf;
import io.exhibit.run.PackFiles;
import io.exhibit.run.PackRun;
import io.exhibit.run.Stamping;
import io.exhibit.seal.Signer;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what binds packs, as the settings say. */
final class PackWiring {

    private final Settings settings;
    private static final int SECRET = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Signing signing;
    private final Console console;
    private String templates;

    PackWiring(Settings settings, Signing signing, Console console) {
        this.console = console;
        this.settings = settings;
        this.signing = signing;
    }

    /** @param digests what made the runs, by name */
    PackRun run(
            Vault vault, Book book, AssessRun assess, InstantSource clock, Catalog catalog, Map<String, String> digests)
            throws IOException {
        return new PackRun(
                vault,
                settings.schedule().collect(),
                assess,
                new Contents(
                        catalog,
                        "Exhibit " + Wiring.version(),
                        withTemplates(digests),
                        PackWiring::attachments,
                        PackBook::readable),
                new PackRenderer(settings.ownTemplates()),
                new PackFiles(
                        this::key,
                        () -> made(book),
                        settings.schedule().collect().text(),
                        settings.pack().evidence()),
                new IssueShelf(settings.pack().folder(), book.digest(), vault.beside()),
                settings.pack().routes(clock),
                clock,
                stamping(),
                settings.pack().profile(),
                PackWiring::secret,
                settings.pack().approval());
    }

    private static byte[] secret() {
        byte[] drawn = new byte[SECRET];
        new SecureRandom().nextBytes(drawn);
        return drawn;
    }

    private Stamping stamping() {
        return settings.pack()
                .timestamp()
                .<Stamping>map(address -> new TimeStampService(address, PATIENCE, console))
                .orElse(Stamping.NONE);
    }

    /** The key that the vault was opened with; who only looks at a draft needs none. */
    private Signer key() {
        try {
            return signing.signer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What packs are made by, by name in the pack; of the book the very files by which it was judged. */
    private Map<String, byte[]> made(Book book) throws IOException {
        Map<String, byte[]> made = new TreeMap<>();
        book.files().forEach((name, bytes) -> made.put(PackBook.FOLDER + name, bytes));
        settings.ownTemplates().pages().forEach((name, bytes) -> made.put("templates/" + name, bytes));
        return made;
    }

    private static List<Attachment> attachments(PeriodAssessment assessment) {
        String period = assessment.period().first() + "/" + assessment.period().last();
        byte[] results = AssessJson.of(period, assessment).getBytes(StandardCharsets.UTF_8);
        return List.of(
                new Attachment("assessment.json", "application/json", "The results for programs", results),
                new Attachment(
                        PackContent.FORMAT_PAGE,
                        "text/markdown",
                        "The vault and the pack byte by byte, and how to check them with stock tools",
                        Shipped.bytes(PackContent.FORMAT_PAGE)));
    }

    /** What makes a pack, by name. */
    private synchronized Map<String, String> withTemplates(Map<String, String> digests) throws IOException {
        if (templates == null) {
            templates = settings.ownTemplates().digest();
        }
        Map<String, String> all = new TreeMap<>(digests);
        all.put("templates", templates);
        return all;
    }
}
