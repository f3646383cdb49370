package io.exhibit.run;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Keeping;
import io.exhibit.assessment.Period;
import io.exhibit.evidence.RunRecord;
import io.exhibit.render.Listing;
import io.exhibit.render.PackContent;
import io.exhibit.render.forms.Forms;
import io.exhibit.render.forms.ReportXlsx;
import io.exhibit.run.items.Populations;
import io.exhibit.run.mask.MaskedPack;
import io.exhibit.run.mask.Masking;
import io.exhibit.seal.Content;
import io.exhibit.seal.MaskList;
import io.exhibit.seal.PackWriter;
import io.exhibit.seal.Profile;
import io.exhibit.seal.SealedContent;
import io.exhibit.seal.Signer;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Vault;
import io.exhibit.seal.Written;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Puts into a pack what a stranger needs to check it: the report, its results, what it was judged and printed by, and the evidence. */
public final class PackFiles {

    private final Supplier<Signer> key;
    private final Made made;
    private final String schedule;
    private final long evidence;

    /**
     * @param key that signs the statement about the files
     * @param made what the pack was made by, by its name in the pack ({@code book/…}, {@code templates/…})
     * @param schedule of the collections, as the statement has it
     * @param evidence bytes of raw answers that a pack may hold; the largest files beyond stay with the entity
     */
    public PackFiles(Supplier<Signer> key, Made made, String schedule, long evidence) {
        this.key = key;
        this.made = made;
        this.schedule = schedule;
        this.evidence = evidence;
    }

    /** Reads what packs are made by, when one is made. */
    @FunctionalInterface
    public interface Made {
        Map<String, byte[]> files() throws IOException;
    }

    /**
     * Writes the zip.
     *
     * @param html the report for a browser
     * @param listings the folder in which the lists lie that are printed apart
     * @param sealed the vault as it was when the pack was issued
     * @return the signed statement, which is the issue's own when it has one
     */
    String write(
            PackContent content,
            Issued issue,
            Path report,
            byte[] html,
            Path listings,
            Vault sealed,
            Optional<MaskedPack> masked,
            OutputStream out)
            throws IOException {
        SortedMap<String, SealedContent> carried = carried(content, issue, sealed);
        List<Statement.LeftOut> held =
                masked.isPresent() ? masked.get().leftOut() : HeldBack.of(carried, evidence, changed(issue));
        held.forEach(file -> carried.remove(file.file()));
        if (masked.isPresent()) {
            // Books and approvals name people and mail addresses; what was judged by is in the pack as far as it may be
            // told.
            carried.keySet().removeIf(name -> name.matches("(runs|books|approvals)/.*"));
        }
        PackWriter pack = new PackWriter(
                meaning(content, issue, sealed, held),
                masked.map(MaskedPack::profile).orElse(Profile.FULL));
        pack.add("report.pdf", () -> Files.newInputStream(report));
        pack.add("report.html", Content.of(html));
        for (PackContent.Attachment attachment : content.attachments()) {
            pack.add(attachment.name(), Content.of(attachment.bytes()));
        }
        populations(content, sealed, masked, pack);
        for (List<Listing.Volume> volumes : content.volumes().values()) {
            for (Listing.Volume volume : volumes) {
                pack.add("listings/" + volume.file(), () -> Files.newInputStream(listings.resolve(volume.file())));
            }
        }
        if (masked.isPresent()) {
            for (Map.Entry<String, Content> copy : masked.get().copies().entrySet()) {
                pack.add(copy.getKey(), copy.getValue());
            }
            pack.add(MaskList.NAME, Content.of(masked.get().list()));
        }
        Map<String, byte[]> by = masked.isPresent() ? masked.get().made() : made.files();
        for (Map.Entry<String, byte[]> file : by.entrySet()) {
            pack.add(portable(file.getKey()), Content.of(file.getValue()));
        }
        for (Map.Entry<String, SealedContent> file : carried.entrySet()) {
            pack.add("vault/" + file.getKey(), file.getValue());
        }
        String keeping = masked.isPresent() ? KeepingJson.text(masked.get().keeping()) : issue.keeping();
        pack.add("keeping.json", Content.of(keeping.getBytes(StandardCharsets.UTF_8)));
        pack.add("vault/checkpoint", Content.of(issue.checkpoint().getBytes(StandardCharsets.UTF_8)));
        if (!issue.token().isEmpty()) {
            pack.add("timestamp.tst", Content.of(Base64.getDecoder().decode(issue.token())));
        }
        return pack.write(key.get(), issue.statement(), out);
    }

    private static void populations(PackContent content, Vault sealed, Optional<MaskedPack> masked, PackWriter pack)
            throws IOException {
        Populations lists = masked.map(MaskedPack::populations).orElseGet(() -> Populations.whole(sealed, content));
        lists.add(content.populations(), pack);
        pack.add(ReportXlsx.NAME, (Written) out -> ReportXlsx.write(content, out));
        for (Map.Entry<String, Forms.Form> form : Forms.of(content).entrySet()) {
            pack.add(form.getKey(), (Written) form.getValue()::to);
        }
    }

    /** What is not there as it was sealed cannot be handed on; the test of fixity says so. */
    static Set<String> changed(Issued issue) throws IOException {
        Set<String> changed = new TreeSet<>();
        for (Keeping kept : KeepingJson.read(issue.keeping())) {
            kept.changed().forEach(name -> changed.add("runs/" + kept.run() + "/" + name));
        }
        return changed;
    }

    private static SortedMap<String, SealedContent> carried(PackContent content, Issued issue, Vault sealed)
            throws IOException {
        List<String> runs =
                new ArrayList<>(content.runs().stream().map(RunRecord::id).toList());
        baseline(content, issue).ifPresent(runs::add);
        return sealed.files(runs);
    }

    /** The run before the period that changes are counted from travels too, so that they can be found again; an issue of before did not keep it. */
    private static Optional<String> baseline(PackContent content, Issued issue) throws IOException {
        List<Keeping> kept = KeepingJson.read(issue.keeping());
        return content.changes()
                .base()
                .map(Change.Night::run)
                .filter(run -> kept.stream().anyMatch(keeping -> keeping.run().equals(run)));
    }

    /** What would go into the whole pack beside what is printed. */
    Masking.Files files(PackContent content, Issued issue, Vault sealed) throws IOException {
        return new Masking.Files(
                carried(content, issue, sealed), made.files(), KeepingJson.read(issue.keeping()), sealed);
    }

    private Statement.Meaning meaning(PackContent content, Issued issue, Vault sealed, List<Statement.LeftOut> held)
            throws IOException {
        Period period = content.assessment().period();
        return new Statement.Meaning(
                issue.pack(),
                issue.number(),
                issue.at(),
                period.first().toString(),
                period.last().toString(),
                period.zone().getId(),
                schedule,
                content.endpoint(),
                content.runs().stream()
                        .map(RunRecord::organization)
                        .filter(id -> !id.isEmpty())
                        .reduce("", (a, b) -> b),
                content.tool(),
                content.digests(),
                new Statement.Head(issue.origin(), issue.size(), issue.root()),
                content.runs().stream()
                        .map(run -> new Statement.Ran(run.id(), run.outcome().name()))
                        .toList(),
                Edition.before(issue.pack(), sealed.packs())
                        .map(name -> List.of(
                                new Statement.Earlier(name, sealed.packs().get(name))))
                        .orElse(List.of()),
                held,
                issue.timestamp(),
                issue.reason(),
                baseline(content, issue).orElse(""));
    }

    /** The names as they were before they were made portable. */
    public static Map<String, byte[]> original(Map<String, byte[]> files) {
        Map<String, byte[]> out = new TreeMap<>();
        files.forEach(
                (name, bytes) -> out.put(URLDecoder.decode(name.replace('=', '%'), StandardCharsets.UTF_8), bytes));
        return out;
    }

    /** A name that every system and every manifest can hold: other bytes than letters, digits, dots and hyphens as {@code =XX}. */
    private static String portable(String name) {
        StringBuilder out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || "/_-.".indexOf(b) >= 0;
            out.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "=%02X", b));
        }
        return out.toString();
    }
}
