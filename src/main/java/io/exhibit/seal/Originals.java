package io.exhibit.seal;

import io.exhibit.evidence.RunRecord;
import io.exhibit.seal.Statement.LeftOut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sealed files that a masked pack lists and does not hold. A public one lists raw answers under names that tell nothing; the record
 * of their run, when it was brought, tells the names by which they lie in the vault.
 */
final class Originals {

    private final Map<String, List<String>> names = new HashMap<>();

    private Originals() {}

    /** The same files, by their names in the vault as far as these are known. */
    static List<LeftOut> named(PackHolding pack, List<LeftOut> listed, Optional<Path> held) throws IOException {
        Originals originals = new Originals();
        if (held.isPresent() && pack.has("log/leaves")) {
            Holding folder = new FolderHolding(new Layout(held.get()));
            for (byte[] line : VaultLog.lines(pack.content("log/leaves"))) {
                originals.read(line, folder);
            }
        }
        return listed.stream().map(originals::named).toList();
    }

    private LeftOut named(LeftOut file) {
        List<String> known = names.getOrDefault(key(file.file(), file.sha256()), List.of());
        return known.isEmpty() ? file : new LeftOut(known.remove(0), file.bytes(), file.sha256());
    }

    /** What is no leaf, or no record, is for others to report. */
    private void read(byte[] line, Holding folder) throws IOException {
        Leaf leaf;
        RunRecord record;
        try {
            leaf = CanonicalJson.read(line, Leaf.class);
            if (leaf.kind() != Leaf.Kind.RUN
                    || !leaf.file().equals(Layout.record(leaf.id()))
                    || !folder.has(leaf.file())
                    || !folder.digest(leaf.file()).equals(leaf.sha256())) {
                return;
            }
            record = CanonicalJson.read(folder.content(leaf.file()), RunRecord.class);
        } catch (IOException | IllegalArgumentException e) {
            return;
        }
        for (RunRecord.Unit unit : record.units()) {
            String name = Layout.folder(leaf.id()) + "/" + unit.file();
            names.computeIfAbsent(key(name, unit.sha256()), key -> new ArrayList<>())
                    .add(name);
        }
    }

    private static String key(String name, String sha256) {
        return name.substring(0, name.indexOf('/', name.indexOf('/') + 1) + 1) + sha256;
    }
}
