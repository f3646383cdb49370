package io.exhibit.seal;

import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Target;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Reads sealed runs; nothing is handed out that does not follow from a leaf of the log. */
final class RunFiles {

    private final Layout layout;
    private final Set<Path> checked = ConcurrentHashMap.newKeySet();

    RunFiles(Layout layout) {
        this.layout = layout;
    }

    RunRecord record(Leaf leaf) throws IOException {
        Path file = layout.runRecord(leaf.id());
        return Canonical.read(sealed(layout, file, leaf.sha256()), RunRecord.class);
    }

    /** The whole content of a small file, checked. */
    static byte[] sealed(Layout layout, Path file, String sha256) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new FixityException(layout.name(file), "", sha256, "no file");
        }
        String found = Digests.hex(content);
        if (!found.equals(sha256)) {
            throw new FixityException(layout.name(file), "", sha256, found);
        }
        return content;
    }

    void exchanges(RunRecord run, Target target, String source, Consumer<Exchange> each) throws IOException {
        for (RunRecord.Unit unit : run.units()) {
            if (unit.target().equals(target)) {
                for (RunRecord.Part part : unit.parts()) {
                    if (part.source().equals(source) && part.length() > 0) {
                        exchanges(run, unit, part, each);
                    }
                }
            }
        }
    }

    private void exchanges(RunRecord run, RunRecord.Unit unit, RunRecord.Part part, Consumer<Exchange> each)
            throws IOException {
        Path file = layout.run(run.id()).resolve(Layout.unit(unit.target()));
        check(file, unit.sha256());
        try (InputStream frames = new BufferedInputStream(new Slice(file, part.offset(), part.length()), 1 << 16)) {
            new ExchangeReader(layout.name(file)).read(frames, each);
        }
    }

    /** The file as a whole, once for as long as the vault is open: a payload's own digest lies in the same file. */
    private void check(Path file, String sha256) throws IOException {
        if (checked.contains(file)) {
            return;
        }
        if (!Files.exists(file)) {
            throw new FixityException(layout.name(file), "", sha256, "no file");
        }
        String found = Digests.hex(file);
        if (!found.equals(sha256)) {
            throw new FixityException(layout.name(file), "", sha256, found);
        }
        checked.add(file);
    }
}
