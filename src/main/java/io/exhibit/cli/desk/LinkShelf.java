package io.exhibit.cli.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.console.door.Doorway;
import io.exhibit.console.door.Visitor;
import io.exhibit.evidence.Sha256;
import io.exhibit.seal.DurableFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Links for the console of a {@code serve} that runs, handed over in a folder that only its user can write: whoever can lay a file there could
 * change the book and the state as well. A file is named by the digest of its ticket, so that reading the folder lets nobody in.
 */
final class LinkShelf implements Doorway.HandedLinks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WAITS = Duration.ofMinutes(15);
    private static final Duration BACK = Duration.ofMinutes(1);
    private static final int PATIENCE = 2_000;
    private static final String WHERE = "listening.json";

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private final Path folder;
    private final InstantSource clock;

    LinkShelf(Settings settings, InstantSource clock) {
        this.folder = ConsoleFolder.of(settings);
        this.clock = clock;
    }

    /** Notes where the console listens, for {@link #put}. */
    void listening(InetSocketAddress address, String base) throws IOException {
        prepare();
        byte[] text = JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("version", 1)
                .put("address", address.getAddress().getHostAddress())
                .put("port", address.getPort())
                .put("base", base));
        new DurableFolder(folder).writeSecret(WHERE, text);
    }

    void silent() throws IOException {
        Files.deleteIfExists(folder.resolve(WHERE));
    }

    /**
     * Lays a link down.
     *
     * @param name who comes in, or {@code null} for somebody who only looks
     * @param drawn 32 bytes that nobody can guess
     * @return the link
     */
    String put(String name, byte[] drawn) throws IOException {
        JsonNode where = where();
        requireSafe();
        clear();
        String ticket = HexFormat.of().formatHex(drawn);
        byte[] text = JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("name", name)
                .put("at", clock.instant().toString()));
        new DurableFolder(links()).writeSecret(file(Sha256.hex(ticket.getBytes(StandardCharsets.UTF_8))), text);
        return where.path("base").asText() + "/enter?ticket=" + ticket;
    }

    private JsonNode where() throws IOException {
        try {
            JsonNode where = JSON.readTree(Files.readAllBytes(folder.resolve(WHERE)));
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(
                                InetAddress.getByName(where.path("address").asText()),
                                where.path("port").asInt()),
                        PATIENCE);
            }
            return where;
        } catch (NoSuchFileException | java.net.ConnectException | java.net.SocketTimeoutException e) {
            throw new Stop(
                    ExitCode.MISSING,
                    "No serve with a console runs by these settings. Start exhibit serve with console.serve: yes, or a console of"
                            + " its own: exhibit console");
        }
    }

    @Override
    public Optional<Visitor> take(String digest) throws IOException {
        Path file = links().resolve(file(digest));
        if (!digest.matches("[0-9a-f]{64}") || !Files.exists(file)) {
            return Optional.empty();
        }
        requireSafe();
        JsonNode link = JSON.readTree(Files.readAllBytes(file));
        // Of two who take it at once only one deletes it.
        if (!Files.deleteIfExists(file) || !waits(Instant.parse(link.path("at").asText()))) {
            return Optional.empty();
        }
        return Optional.of(ConsoleCommand.visitor(link.path("name").textValue()));
    }

    private boolean waits(Instant at) {
        Instant now = clock.instant();
        return !now.isBefore(at.minus(BACK)) && !now.isAfter(at.plus(WAITS));
    }

    /** Takes away what waited for too long. */
    private void clear() throws IOException {
        for (Path file : files()) {
            if (!waits(Files.getLastModifiedTime(file).toInstant())) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(links())) {
            return all.toList();
        }
    }

    private void prepare() throws IOException {
        ConsoleFolder.make(folder);
        ConsoleFolder.make(links());
        requireSafe();
    }

    /** A folder in which others can write is none from which somebody is let in. */
    private void requireSafe() throws IOException {
        for (Path each : List.of(folder, links())) {
            if (each.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(each).stream().anyMatch(OTHERS::contains)) {
                throw new Stop(
                        ExitCode.CANNOT_WRITE,
                        "The folder " + each + " can be written by others than its owner. Run: chmod 700 " + each);
            }
        }
    }

    private Path links() {
        return folder.resolve("links");
    }

    private static String file(String digest) {
        return digest + ".json";
    }
}
