package io.exhibit.cli.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.door.VisitBook;
import io.exhibit.seal.Vault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Visits as lines of JSON in the folder of the state, one file for each process that writes, until the log has them. What a process that died
 * has left is sealed by the next one.
 */
public final class VisitFile implements VisitBook, Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Later than any minute in which something was refused. */
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private static final Duration EACH = Duration.ofHours(1);
    private static final int MANY = 10_000;
    private static final String OPEN = "open-";
    private static final String WAITS = "waits-";
    private static final String END = ".ndjson";

    private final Path folder;
    private final Wiring wiring;
    private final InstantSource clock;
    private final String own;
    private FileChannel channel;
    private final SortedMap<Integer, Long> refused = new TreeMap<>();
    private Instant minute = Instant.MIN;
    private int lines;
    private Instant begun;
    private volatile String state = "";

    /** @param drawn by which no two processes have the same file */
    public VisitFile(Wiring wiring, InstantSource clock, byte[] drawn) {
        this.wiring = wiring;
        this.clock = clock;
        this.folder = wiring.settings().serving().state().resolve("visits");
        this.own = HexFormat.of().formatHex(drawn, 0, 8);
        this.begun = clock.instant();
    }

    @Override
    public synchronized void note(Visit visit) throws IOException {
        countRefused(visit.at());
        write(JSON.createObjectNode()
                .put("at", visit.at().toString())
                .put("by", visit.by())
                .put("method", visit.method())
                .put("path", visit.path())
                .put("status", visit.status())
                .put("who", visit.who()));
        if (!visit.method().equals("GET")) {
            channel.force(false);
        }
    }

    @Override
    public synchronized void refused(Instant at, int status) throws IOException {
        countRefused(at);
        minute = at.truncatedTo(ChronoUnit.MINUTES);
        refused.merge(status, 1L, Long::sum);
    }

    /** Writes how many were refused in a minute that is over. */
    private void countRefused(Instant now) throws IOException {
        if (!refused.isEmpty() && !now.truncatedTo(ChronoUnit.MINUTES).equals(minute)) {
            while (!refused.isEmpty()) {
                int status = refused.firstKey();
                write(JSON.createObjectNode()
                        .put("at", minute.toString())
                        .put("by", "")
                        .put("count", refused.get(status))
                        .put("method", "")
                        .put("path", "")
                        .put("status", status)
                        .put("who", ""));
                // One by one: what could not be written is tried again, and what was is not written twice.
                refused.remove(status);
            }
        }
    }

    private void write(ObjectNode visit) throws IOException {
        if (channel == null) {
            Files.createDirectories(folder);
            channel = FileChannel.open(
                    folder.resolve(OPEN + own + END), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            channel.lock();
        }
        byte[] line = (JSON.writeValueAsString(visit) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        lines++;
    }

    @Override
    public String state() {
        return state;
    }

    /** Seals what waits when an hour is over or it has become much; asked often. */
    void tick() {
        boolean due;
        synchronized (this) {
            try {
                countRefused(clock.instant());
            } catch (IOException e) {
                state = "What was refused could not be noted: " + e.getMessage();
            }
            due = lines >= MANY || Duration.between(begun, clock.instant()).compareTo(EACH) >= 0 || !state.isEmpty();
        }
        if (due) {
            seal();
        }
    }

    /** Seals all that waits, that of processes that died too. What cannot be sealed now waits on. */
    void seal() {
        try {
            putAside();
            List<Path> waiting = waiting();
            if (!waiting.isEmpty()) {
                sealAll(waiting);
            }
            state = "";
        } catch (IOException | RuntimeException e) {
            state = "What was noted is not sealed yet, and waits: "
                    + Ending.of(e).message();
        }
    }

    private void sealAll(List<Path> waiting) throws IOException {
        if (!wiring.hasVault()) {
            throw new Stop(ExitCode.MISSING, "there is no vault yet.");
        }
        try (Vault vault = wiring.vaultToWrite(clock)) {
            for (Path file : waiting) {
                byte[] whole = whole(Files.readAllBytes(file));
                if (whole.length > 0) {
                    vault.sealVisits(whole);
                }
                Files.delete(file);
            }
        }
    }

    /** Without a last line that a power failure tore. */
    private static byte[] whole(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private synchronized void putAside() throws IOException {
        // Of this minute too: after it this process may be no more.
        countRefused(NEVER);
        begun = clock.instant();
        lines = 0;
        if (channel != null) {
            channel.close();
            channel = null;
            move(folder.resolve(OPEN + own + END));
        }
        for (Path left : files(OPEN)) {
            try (FileChannel other = FileChannel.open(left, StandardOpenOption.WRITE)) {
                if (other.tryLock() != null) {
                    move(left);
                }
            } catch (OverlappingFileLockException e) {
                // Another console of this process writes it.
            }
        }
    }

    private void move(Path file) throws IOException {
        String rest = "-" + file.getFileName().toString().substring(OPEN.length());
        // A move would put it in the place of another one of that moment.
        long number = clock.instant().toEpochMilli();
        while (Files.exists(folder.resolve(WAITS + number + rest))) {
            number++;
        }
        Files.move(file, folder.resolve(WAITS + number + rest), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Path> waiting() throws IOException {
        return files(WAITS);
    }

    private List<Path> files(String begin) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith(begin))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        seal();
    }
}
