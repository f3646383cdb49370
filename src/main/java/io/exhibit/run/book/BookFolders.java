package io.exhibit.run.book;

import io.exhibit.seal.DurableFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the book on the disk: texts by name, and no other file can be named. */
public final class BookFolders {

    private static final long LARGEST = 1 << 20;
    private static final int MOST = 1_000;

    /** What a file may be called below its folder; nothing that leads elsewhere, and nothing that is hidden. */
    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\\.(yaml|csv)");

    /** In the folder of the organization: files that are handed in, and no texts of the book. */
    private static final String DOCUMENTS = "organization/documents/";

    private final Map<String, Path> folders;

    /** @param folders by how the names of their files begin: {@code organization/} */
    public BookFolders(Map<String, Path> folders) {
        this.folders = new LinkedHashMap<>(folders);
    }

    /**
     * Every file with its text.
     *
     * @throws IOException also for one that is no UTF-8 or too large, with a sentence
     */
    SortedMap<String, String> read() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder.getValue())) {
                Path documents = folder.getValue().resolve("documents");
                files = all.filter(file -> Files.isRegularFile(file) && !file.startsWith(documents))
                        .limit(MOST + 1)
                        .toList();
            }
            if (files.size() > MOST) {
                throw new IOException("More than " + Integer.toString(MOST) + " files lie in " + folder.getValue()
                        + ". Take away what is no book.");
            }
            for (Path file : files) {
                String name = folder.getKey()
                        + folder.getValue().relativize(file).toString().replace('\\', '/');
                if (isName(name)) {
                    texts.put(name, text(file));
                }
            }
        }
        return texts;
    }

    /** Whether a file of the book can be called so. */
    boolean isName(String name) {
        return !name.startsWith(DOCUMENTS)
                && folders.keySet().stream()
                        .anyMatch(folder -> name.startsWith(folder)
                                && NAME.matcher(name.substring(folder.length())).matches());
    }

    /** Where documents are filed; empty where there is no folder of the organization. */
    Optional<Path> documents() {
        return Optional.ofNullable(folders.get("organization/")).map(folder -> folder.resolve("documents"));
    }

    /** The text of one; "" where there is none. */
    String text(String name) throws IOException {
        Path file = place(name);
        return Files.isRegularFile(file) ? text(file) : "";
    }

    /** Those of some texts that are others on the disk, as they are there. */
    SortedMap<String, String> otherwise(Map<String, String> texts) throws IOException {
        SortedMap<String, String> now = new TreeMap<>();
        for (Map.Entry<String, String> each : texts.entrySet()) {
            String text = text(each.getKey());
            if (!text.equals(each.getValue())) {
                now.put(each.getKey(), text);
            }
        }
        return now;
    }

    /** Puts a text in the place of a file, whole or not at all; "" takes the file away. */
    void write(String name, String text) throws IOException {
        Path file = place(name);
        if (text.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Set<PosixFilePermission> permissions = permissions(file);
        DurableFolder.of(file).write(file.getFileName().toString(), text.getBytes(StandardCharsets.UTF_8));
        if (!permissions.isEmpty()) {
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /** Who could write it before can afterward. */
    private static Set<PosixFilePermission> permissions(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null || !Files.exists(file)
                ? Set.of()
                : view.readAttributes().permissions();
    }

    private Path place(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(name + " is no file of the book");
        }
        String folder =
                folders.keySet().stream().filter(name::startsWith).findFirst().orElseThrow();
        return folders.get(folder).resolve(name.substring(folder.length()));
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " has more than 1 MiB. Split it.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not in UTF-8. Save it so.", e);
        }
    }
}
