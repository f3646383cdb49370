package io.exhibit.run.book;

import io.exhibit.seal.DurableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What became the book, and what is about to: a publication is written down before anything of it is done, and ended whatever happens in between. */
final class Publications {

    private static final String NUMBERED = "%08d.json";
    private static final String JOURNAL = "publishing.json";

    private final BookFolders book;
    private final Path folder;
    private final HandedIn documents;

    Publications(BookFolders book, Path folder, HandedIn documents) {
        this.book = book;
        this.folder = folder;
        this.documents = documents;
    }

    /** Whether one goes on, or was broken off. */
    boolean isBegun() {
        return Files.exists(folder.resolve(JOURNAL));
    }

    /** Does it, and whatever of it is done counts from then on. */
    Published done(Published next) throws IOException {
        new DurableFolder(folder).writeSecret(JOURNAL, BookJson.of(next));
        return finish().orElseThrow();
    }

    /** The newest first. */
    List<Published> all() throws IOException {
        List<Published> all = new ArrayList<>();
        Path past = folder.resolve("published");
        if (Files.isDirectory(past)) {
            List<Path> files;
            try (Stream<Path> each = Files.list(past)) {
                files = each.filter(file -> file.getFileName().toString().matches("[0-9]{8}\\.json"))
                        .sorted(Comparator.reverseOrder())
                        .toList();
            }
            for (Path file : files) {
                all.add(BookJson.published(file));
            }
        }
        return all;
    }

    /** Ends what was begun to be published. What somebody changed on the disk meanwhile is left to him, and said. */
    Optional<Published> finish() throws IOException {
        Path journal = folder.resolve(JOURNAL);
        if (!Files.exists(journal)) {
            return Optional.empty();
        }
        Published published = BookJson.published(journal);
        // Before the texts: one that names a document finds it.
        documents.file(published.edits().values().stream().map(Edit::after).toList());
        List<String> left = new ArrayList<>();
        for (Map.Entry<String, Edit> each : published.edits().entrySet()) {
            String now = book.text(each.getKey());
            if (now.equals(each.getValue().before())) {
                book.write(each.getKey(), each.getValue().after());
            } else if (!now.equals(each.getValue().after())) {
                left.add(each.getKey());
            }
        }
        Published done = published.leaving(left);
        new DurableFolder(folder.resolve("published"))
                .writeSecret(String.format(Locale.ROOT, NUMBERED, done.number()), BookJson.of(done));
        Files.deleteIfExists(folder.resolve(done.draft() + Drafts.DRAFT));
        Files.delete(journal);
        return Optional.of(done);
    }
}
