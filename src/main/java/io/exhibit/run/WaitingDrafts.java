package io.exhibit.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The drafts of a folder of packs that wait for an approval. */
public final class WaitingDrafts {

    private static final String ENDING = ".draft.json";

    private WaitingDrafts() {}

    /**
     * A draft that waits.
     *
     * @param since when it was drawn up
     * @param file its PDF
     * @param sha256 of that
     */
    public record Waiting(String pack, Instant since, Path file, String sha256) {}

    /**
     * By name; none where there is no folder.
     *
     * @param issued names of the packs that the log has
     */
    public static List<Waiting> of(Path folder, Set<String> issued) throws IOException {
        List<Waiting> waiting = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return waiting;
        }
        List<Path> drafts;
        try (Stream<Path> files = Files.list(folder)) {
            drafts = files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
        for (Path file : drafts) {
            String pack = file.getFileName().toString().replace(ENDING, "");
            if (!issued.contains(pack)) {
                Issued draft = IssueFile.draft(file, pack);
                waiting.add(new Waiting(pack, draft.at(), folder.resolve(pack + ".draft.pdf"), draft.report()));
            }
        }
        return waiting;
    }
}
