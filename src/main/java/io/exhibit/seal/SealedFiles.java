package io.exhibit.seal;

import io.exhibit.evidence.RunRecord;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Statement.LeftOut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Checks the files of a vault against the leaves of its log, both ways: each that was sealed is there, and no other one. */
final class SealedFiles {

    private final Holding holding;
    private final FileCheck files;
    private final Set<String> known = new HashSet<>();
    private final Map<String, LeftOut> leftOut;
    private final boolean masked;
    private final List<LeftOut> held = new ArrayList<>();
    private final Set<String> blind = new HashSet<>();
    private final Map<String, String> runs = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();

    SealedFiles(Holding holding, List<Discrepancy> found) {
        this(holding, List.of(), Profile.FULL, found);
    }

    /**
     * @param leftOut what stays with the entity, as the statement has it: raw answers, and of a masked pack each file
     * @param profile of the pack
     */
    SealedFiles(Holding holding, List<LeftOut> leftOut, Profile profile, List<Discrepancy> found) {
        this.holding = holding;
        this.masked = profile.masks();
        this.leftOut =
                leftOut.stream().collect(Collectors.toMap(LeftOut::file, file -> file, (a, b) -> a, HashMap::new));
        this.files = new FileCheck(holding, found);
    }

    /** Of what was left out, what could not be looked at. */
    List<LeftOut> held() {
        return List.copyOf(held);
    }

    void check(List<Leaf> leaves) throws IOException {
        check(leaves, run -> true);
    }

    /** @param carried which runs are to be here; a pack carries those of its period */
    void check(List<Leaf> leaves, Predicate<String> carried) throws IOException {
        for (Leaf leaf : leaves) {
            if (!leaf.file().equals(expected(leaf))) {
                report(Code.RECORD_MISPLACED, "log/leaves", "The leaf of " + leaf.id() + " names " + leaf.file() + ".");
            } else if (leaf.kind() == Leaf.Kind.ROTATION) {
                file(leaf.file(), -1, leaf.sha256());
            } else if (!carried.test(leaf.id())) {
                if (leaf.kind() == Leaf.Kind.RUN) {
                    runs.put(leaf.id(), leaf.sha256());
                }
            } else if (leaf.kind() == Leaf.Kind.RUN) {
                run(leaf);
            } else if (leaf.kind() == Leaf.Kind.ASSESSMENT) {
                day(leaf);
            }
        }
        for (String name : holding.names()) {
            if (!known.contains(name)) {
                report(Code.FILE_UNKNOWN, name, "Nothing that was sealed names it.");
            }
        }
        leftOut.forEach((name, file) -> {
            if (blind.contains(runOf(name))) {
                held.add(file);
            } else {
                report(Code.FILE_UNKNOWN, name, "The statement leaves it out, and nothing that was sealed names it.");
            }
        });
    }

    /** The only place where what this leaf seals may lie; a leaf leads nowhere else. */
    private String expected(Leaf leaf) {
        try {
            return switch (leaf.kind()) {
                case RUN -> Layout.record(leaf.id());
                case ASSESSMENT ->
                    Layout.folder(leaf.id()) + "/" + DayFiles.record(days.merge(leaf.id(), 1, Integer::sum));
                case PACK -> "";
                case ROTATION -> Rotation.file(leaf.id());
                case BOOK, APPROVAL, CHANNEL, RECEIPT, RELEASE, VISITS ->
                    leaf.id().equals(ByContent.id(leaf.sha256())) ? ByContent.file(leaf.kind(), leaf.sha256()) : null;
            };
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void run(Leaf leaf) throws IOException {
        if (runs.putIfAbsent(leaf.id(), leaf.sha256()) != null) {
            report(Code.LEAF_REPEATED, "log/leaves", "The run " + leaf.id() + " is logged twice.");
        }
        RunRecord record = record(leaf, RunRecord.class);
        if (record == null) {
            return;
        }
        if (!record.id().equals(leaf.id())) {
            report(Code.RECORD_MISPLACED, leaf.file(), "It is the record of the run " + record.id() + ".");
        }
        for (RunRecord.Unit unit : record.units()) {
            unit(leaf, unit);
        }
    }

    private void unit(Leaf leaf, RunRecord.Unit unit) throws IOException {
        String expected;
        try {
            expected = unit.file().isEmpty() ? "" : Layout.unit(unit.target());
        } catch (IllegalArgumentException e) {
            expected = null;
        }
        if (!unit.file().equals(expected)) {
            report(Code.RECORD_MISPLACED, leaf.file(), "The unit " + unit.target() + " names " + unit.file() + ".");
            return;
        }
        if (!unit.file().isEmpty()) {
            evidence(Layout.folder(leaf.id()) + "/" + unit.file(), unit);
        }
        Tiling tiling = new Tiling();
        unit.parts().forEach(part -> tiling.add(part.offset(), part.length()));
        if (!tiling.fills(unit.bytes())) {
            report(Code.FRAMES_DIFFER, leaf.file(), "The parts of " + unit.target() + " do not tile its file.");
        }
    }

    private void evidence(String name, RunRecord.Unit unit) throws IOException {
        if (masked) {
            file(name, unit.bytes(), unit.sha256());
            return;
        }
        LeftOut stays = leftOut.remove(name);
        boolean same = stays != null && stays.sha256().equals(unit.sha256()) && stays.bytes() == unit.bytes();
        if (stays != null && !same) {
            report(Code.DIGEST_DIFFERS, name, "The statement leaves another file out than was sealed.");
        }
        if (same && !holding.has(name)) {
            held.add(stays);
        } else {
            file(name, unit.bytes(), unit.sha256());
        }
    }

    private void day(Leaf leaf) throws IOException {
        SealedDay day = record(leaf, SealedDay.class);
        if (day == null) {
            return;
        }
        if (!day.assessment().run().equals(leaf.id()) || !day.runSha256().equals(runs.get(leaf.id()))) {
            report(Code.RECORD_MISPLACED, leaf.file(), "It is the assessment of another run.");
        }
        if (!day.items().file().equals(DayFiles.items(days.get(leaf.id())))) {
            report(
                    Code.RECORD_MISPLACED,
                    leaf.file(),
                    "It names the items " + day.items().file() + ".");
            return;
        }
        Tiling tiling = new Tiling();
        day.items().sections().forEach(section -> tiling.add(section.offset(), section.length()));
        if (!tiling.fills(day.items().bytes())) {
            report(Code.FRAMES_DIFFER, leaf.file(), "The sections do not tile the file of the items.");
        }
        file(
                Layout.folder(leaf.id()) + "/" + day.items().file(),
                day.items().bytes(),
                day.items().sha256());
    }

    private <T> T record(Leaf leaf, Class<T> type) throws IOException {
        if (files.isTooLarge(leaf.file(), Layout.RECORD)) {
            known.add(leaf.file());
            return null;
        }
        if (!file(leaf.file(), -1, leaf.sha256())) {
            return null;
        }
        try {
            return CanonicalJson.read(holding.content(leaf.file(), Layout.RECORD), type);
        } catch (IOException e) {
            report(Code.RECORD_MALFORMED, leaf.file(), "It is " + e.getMessage() + ".");
            return null;
        }
    }

    private boolean file(String name, long bytes, String sha256) throws IOException {
        known.add(name);
        if (masked && name.startsWith("runs/") && !listed(name, bytes, sha256)) {
            return false;
        }
        return files.isSealed(name, bytes, sha256);
    }

    /** Whether a file that a masked pack has to list is listed as it was sealed, and is here. Without a record nobody knows what it names. */
    private boolean listed(String name, long bytes, String sha256) throws IOException {
        LeftOut stays = leftOut.remove(name);
        if (stays == null) {
            report(Code.FILE_MISSING, name, "It was sealed, and the statement does not list it.");
        } else if (!stays.sha256().equals(sha256) || bytes >= 0 && stays.bytes() != bytes) {
            report(Code.DIGEST_DIFFERS, name, "The statement lists another file than was sealed.");
        } else if (holding.has(name)) {
            return true;
        } else {
            held.add(stays);
        }
        blind.add(runOf(name));
        return false;
    }

    private static String runOf(String name) {
        String[] parts = name.split("/", 3);
        return parts.length < 2 ? "" : parts[1];
    }

    /** Whether frames lie one after the other from the beginning of a file to its end. */
    private static final class Tiling {

        private long end;
        private boolean whole = true;

        void add(long offset, long length) {
            whole &= length == 0 || length > 0 && offset == end;
            end += length;
        }

        boolean fills(long bytes) {
            return whole && end == bytes;
        }
    }

    private void report(Code code, String file, String says) {
        files.report(code, file, says);
    }
}
