package io.exhibit.run;

import io.exhibit.deliver.FolderDelivery;
import io.exhibit.evidence.RunRecord;
import io.exhibit.seal.Content;
import io.exhibit.seal.PackWriter;
import io.exhibit.seal.SealedContent;
import io.exhibit.seal.SigningKey;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pack that is brought out as every other one, around a report that needs no printing. */
public final class SamplePack {

    public static final String PACK = "EH-2026-10";

    private static final Instant AT = Instant.parse("2026-11-01T08:00:00Z");
    public static final String REPORT = "%PDF-1.7 what people read";

    private SamplePack() {}

    /**
     * Binds it into the folder {@code packs} and delivers it into {@code delivered}, or does what is left of that to do.
     *
     * @return SHA-256 of the zip
     */
    public static String bind(Vault vault, Path place, SigningKey key) throws IOException {
        Route route = new Route(new FolderDelivery("folder", place.resolve("delivered"), () -> AT), any -> true);
        DeliverRun.name(vault, List.of(route));
        String sha256 = issue(vault, place, key, REPORT);
        DeliverRun deliver = new DeliverRun(new OneVault(vault), place.resolve("packs"), List.of(route), () -> AT);
        for (Consignment owed : deliver.owed()) {
            DeliverRun.Outcome outcome = deliver.deliver(owed, false);
            if (outcome.trouble().orElse(null) instanceof IOException trouble) {
                throw trouble;
            }
        }
        return sha256;
    }

    /** Binds it into the folder {@code packs} and delivers nothing. */
    static String issue(Vault vault, Path place, SigningKey key, String text) throws IOException {
        IssueShelf shelf = new IssueShelf(place.resolve("packs"), "b00c".repeat(16));
        Publication publication = new Publication(vault, shelf);
        Optional<Issued> issued = publication.issued(PACK);
        Issued issue =
                issued.isPresent() ? issued.get() : shelf.begun(Edition.first(PACK), AT, vault.checkpoint(), List.of());
        Vault then = vault.asOf(issue.size());
        return publication
                .publish(
                        issue,
                        out -> out.write(text.getBytes(StandardCharsets.US_ASCII)),
                        (report, out) -> zip(issue, report, then, key, out))
                .sha256();
    }

    private static String zip(Issued issue, Path report, Vault sealed, SigningKey key, OutputStream out)
            throws IOException {
        List<Statement.Ran> ran = new ArrayList<>();
        for (String run : sealed.runIds()) {
            RunRecord record = sealed.run(run);
            ran.add(new Statement.Ran(run, record.outcome().name()));
        }
        PackWriter pack = new PackWriter(new Statement.Meaning(
                PACK,
                issue.number(),
                issue.at(),
                "2026-10-01",
                "2026-10-31",
                "UTC",
                "nightly",
                "aws",
                "o-exh1b1torg",
                "Exhibit",
                Map.of("book", issue.book()),
                new Statement.Head(issue.origin(), issue.size(), issue.root()),
                ran,
                List.of(),
                List.of(),
                "none",
                "",
                ""));
        pack.add("report.pdf", () -> Files.newInputStream(report));
        for (Map.Entry<String, SealedContent> file :
                sealed.files(sealed.runIds()).entrySet()) {
            pack.add("vault/" + file.getKey(), file.getValue());
        }
        pack.add("vault/checkpoint", Content.of(issue.checkpoint().getBytes(StandardCharsets.UTF_8)));
        return pack.write(key, issue.statement(), out);
    }
}
