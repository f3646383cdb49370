package io.exhibit.seal;

import io.exhibit.evidence.RunRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a pack carries of a vault: enough of it to be read as a vault. */
final class Carried {

    /** What a mirror has and a pack has not, or not all of. */
    private static final Set<Leaf.Kind> BEYOND_PACKS =
            EnumSet.of(Leaf.Kind.BOOK, Leaf.Kind.CHANNEL, Leaf.Kind.RECEIPT, Leaf.Kind.RELEASE, Leaf.Kind.VISITS);

    private final Holding holding;
    private final Format format;
    private final List<Leaf> leaves;
    private final RunFiles records;
    private final DayFiles days;
    private final SortedMap<String, SealedContent> files = new TreeMap<>();

    Carried(Holding holding, Format format, List<Leaf> leaves, RunFiles records, DayFiles days) {
        this.holding = holding;
        this.format = format;
        this.leaves = leaves;
        this.records = records;
        this.days = days;
    }

    /** All that these leaves seal. */
    SortedMap<String, SealedContent> all() throws IOException {
        Set<String> runs = leaves.stream().map(Leaf::id).collect(Collectors.toSet());
        for (Leaf leaf : leaves) {
            if (BEYOND_PACKS.contains(leaf.kind())) {
                put(leaf.file(), leaf.sha256(), 0);
            }
        }
        return of(runs);
    }

    /** @throws VaultException when the log, or a record, names a file that lies where none of a vault does */
    SortedMap<String, SealedContent> of(Set<String> runs) throws IOException {
        files.put("FORMAT", new SealedContent("", 0, Content.of(format.text())));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Leaf leaf : leaves) {
            lines.writeBytes(CanonicalJson.line(leaf));
            switch (leaf.kind()) {
                case ROTATION, APPROVAL -> put(leaf.file(), leaf.sha256(), 0);
                case RUN, ASSESSMENT -> {
                    if (runs.contains(leaf.id())) {
                        sealed(leaf);
                    }
                }
                case BOOK, PACK, CHANNEL, RECEIPT, RELEASE, VISITS -> {
                    // A book is carried as long as runs are judged by it; a pack lies elsewhere; who else gets packs,
                    // and
                    // who in the house approved them, is not for a receiver.
                }
            }
        }
        for (Leaf book : new BookLog(holding, leaves).since(runs)) {
            put(book.file(), book.sha256(), 0);
        }
        files.put("log/leaves", new SealedContent("", 0, Content.of(lines.toByteArray())));
        return files;
    }

    private void sealed(Leaf leaf) throws IOException {
        put(leaf.file(), leaf.sha256(), 0);
        String folder = Layout.folder(leaf.id()) + "/";
        if (leaf.kind() == Leaf.Kind.RUN) {
            for (RunRecord.Unit unit : records.record(leaf).units()) {
                if (!unit.file().isEmpty()) {
                    put(folder + unit.file(), unit.sha256(), unit.bytes());
                }
            }
        } else {
            SealedDay.Items items = days.read(leaf).items();
            put(folder + items.file(), items.sha256(), 0);
        }
    }

    private void put(String name, String sha256, long bytes) throws VaultException {
        if (!Layout.isSealed(name)) {
            throw new VaultException(
                    VaultException.Reason.DAMAGED, "The log names \"" + name + "\", where no file of a vault lies.");
        }
        files.put(name, new SealedContent(sha256, bytes, () -> holding.open(name, 0, holding.size(name))));
    }
}
