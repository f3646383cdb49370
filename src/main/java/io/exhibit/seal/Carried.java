package io.exhibit.seal;

import io.exhibit.evidence.RunRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a pack carries of a vault: enough of it to be read as a vault. */
final class Carried {

    private final Holding holding;
    private final Format format;
    private final List<Leaf> leaves;
    private final Fixity fixity;
    private final SortedMap<String, SealedContent> files = new TreeMap<>();

    Carried(Holding holding, Format format, List<Leaf> leaves) {
        this.holding = holding;
        this.format = format;
        this.leaves = leaves;
        this.fixity = new Fixity(holding);
    }

    SortedMap<String, SealedContent> of(Set<String> runs) throws IOException {
        files.put("FORMAT", new SealedContent("", 0, Content.of(format.text())));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Leaf leaf : leaves) {
            lines.writeBytes(CanonicalJson.line(leaf));
            if (leaf.kind() == Leaf.Kind.ROTATION) {
                put(leaf.file(), leaf.sha256(), 0);
            } else if (runs.contains(leaf.id()) && !leaf.file().isEmpty()) {
                sealed(leaf);
            }
        }
        files.put("log/leaves", new SealedContent("", 0, Content.of(lines.toByteArray())));
        return files;
    }

    private void sealed(Leaf leaf) throws IOException {
        put(leaf.file(), leaf.sha256(), 0);
        byte[] record = fixity.content(leaf.file(), leaf.sha256());
        String folder = Layout.folder(leaf.id()) + "/";
        if (leaf.kind() == Leaf.Kind.RUN) {
            for (RunRecord.Unit unit :
                    CanonicalJson.read(record, RunRecord.class).units()) {
                if (!unit.file().isEmpty()) {
                    put(folder + unit.file(), unit.sha256(), unit.bytes());
                }
            }
        } else {
            SealedDay.Items items = CanonicalJson.read(record, SealedDay.class).items();
            put(folder + items.file(), items.sha256(), 0);
        }
    }

    private void put(String name, String sha256, long bytes) {
        files.put(name, new SealedContent(sha256, bytes, () -> holding.open(name, 0, holding.size(name))));
    }
}
