package io.exhibit.seal;

import io.exhibit.evidence.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where things lie in a vault. Names come from ids that are checked here, never from what an answer said. */
record Layout(Path root) {

    private static final Pattern RUN = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,63}");
    private static final Pattern PLACE = Pattern.compile("[0-9a-z][0-9a-z-]{0,63}");

    private static final Pattern SEALED = Pattern.compile("runs/" + RUN.pattern()
            + "/(run\\.json|assessment(-[0-9]{1,9})?\\.json|items(-[0-9]{1,9})?\\.ndjson\\.zst"
            + "|units/[0-9a-z][0-9a-z-]{0,63}_[0-9a-z][0-9a-z-]{0,63}\\.warc\\.zst)"
            + "|(rotations|approvals)/[0-9a-f]{16}\\.dsse\\.json|(books|channels|receipts)/[0-9a-f]{16}\\.json"
            + "|visits/[0-9a-f]{16}\\.ndjson");

    /** Bytes of FORMAT, and of what says that the key changed; some hundred are used. */
    static final long SMALL = 1 << 16;

    /** Bytes of {@code log/leaves}: a quarter of a million leaves. */
    static final long LOG = 64L << 20;

    /** Bytes of the record of a run or a day. */
    static final long RECORD = 256L << 20;

    /** Whether a name is one that a sealed file can have: it leads nowhere else. */
    static boolean isSealed(String name) {
        return SEALED.matcher(name).matches();
    }

    Path format() {
        return root.resolve("FORMAT");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path leaves() {
        return root.resolve("log").resolve("leaves");
    }

    Path checkpoint() {
        return root.resolve("checkpoint");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path rotations() {
        return root.resolve("rotations");
    }

    /** The folders in which files lie that are of no run. */
    List<Path> besideRuns() {
        return List.of(
                root,
                leaves().getParent(),
                keys(),
                rotations(),
                root.resolve("books"),
                root.resolve("approvals"),
                root.resolve("channels"),
                root.resolve("receipts"),
                root.resolve("visits"));
    }

    Path runs() {
        return root.resolve("runs");
    }

    /** Notes of the units of a run that is not over. */
    Path unfinished(String id) {
        run(id);
        return root.resolve("unfinished").resolve(id);
    }

    /** The note of a unit, by the name of its file. */
    static String note(Target target) {
        return unit(target).replaceAll("^units/|\\.warc\\.zst$", "") + ".json";
    }

    /** Where lies what was begun and never logged. */
    Path aside() {
        return root.resolve("aside");
    }

    /** Names of the folders of all runs, sealed or not, in their order. */
    List<String> namesOfRuns() throws IOException {
        return list(runs()).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(name -> RUN.matcher(name).matches())
                .toList();
    }

    Path run(String id) {
        return root.resolve(folder(id));
    }

    /** Name of a run's folder. */
    static String folder(String id) {
        if (!RUN.matcher(id).matches()) {
            throw new IllegalArgumentException("\"" + id + "\" cannot be the id of a run");
        }
        return "runs/" + id;
    }

    /** Name of a run's record. */
    static String record(String id) {
        return folder(id) + "/run.json";
    }

    /** The file of a unit, relative to the run's folder. */
    static String unit(Target target) {
        if (!PLACE.matcher(target.account()).matches()
                || !PLACE.matcher(target.region()).matches()) {
            throw new IllegalArgumentException("\"" + target + "\" cannot be a target");
        }
        return "units/" + target.account() + "_" + target.region() + ".warc.zst";
    }

    /** What lies in a folder, by name; nothing where there is no folder. */
    static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** As the log and messages name a file: relative to the vault, with slashes. */
    String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
