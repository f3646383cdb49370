package io.exhibit.cli.desk;

import io.exhibit.assessment.Period;
import io.exhibit.cli.wiring.AssessJson;
import io.exhibit.cli.wiring.Large;
import io.exhibit.cli.wiring.PackBook;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.frame.Desk;
import io.exhibit.console.frame.Laid;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.packs.PackRoom;
import io.exhibit.console.page.Coming;
import io.exhibit.console.page.Unavailable;
import io.exhibit.control.Book;
import io.exhibit.deliver.FileDigest;
import io.exhibit.evaluate.CompiledBook;
import io.exhibit.evaluate.Evaluator;
import io.exhibit.render.PackContent;
import io.exhibit.run.AssessRun;
import io.exhibit.run.PackFiles;
import io.exhibit.run.PackRefused;
import io.exhibit.run.Progress;
import io.exhibit.seal.PackVault;
import io.exhibit.seal.Statement;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The months behind issued packs. Each is made again from the log as the pack found it, by the book that lies in the pack; what does not come out as
 * the pack has it is not shown.
 */
public final class PackRooms implements PackRoom {

    private static final int KEPT = 3;

    private final Wiring wiring;
    private final Desk desk;
    private final InstantSource clock;
    /** Held as long as there is memory: a month of much evidence is a third of a small heap. */
    private final Map<String, SoftReference<Room>> rooms = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<String, Work<Room>> working = new HashMap<>();
    private final Executor worker = Work.worker("room");

    /** @param size of the log that the pack was printed from, and {@code sha256} of its zip */
    private record Room(String sha256, long size, Standing standing) {}

    public PackRooms(Wiring wiring, Desk desk, InstantSource clock) {
        this.wiring = wiring;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Standing standing(String pack) throws IOException {
        return room(pack).standing();
    }

    @Override
    public <T> T reading(String pack, Desk.Reading<T> what) throws IOException {
        long size = room(pack).size();
        return desk.reading(vault -> {
            try (Vault then = vault.asOf(size)) {
                return what.from(then);
            }
        });
    }

    @Override
    public Laid items(String pack, String run, String test) throws IOException {
        return desk.items(room(pack).size(), run, test);
    }

    private Room room(String pack) throws IOException {
        String sha256 = desk.reading(Vault::packs).get(pack);
        if (sha256 == null) {
            throw new Unavailable("The log has no pack " + pack + ".", null);
        }
        Work<Room> coming;
        synchronized (this) {
            SoftReference<Room> held = rooms.get(pack);
            Room room = held == null ? null : held.get();
            if (room != null && room.sha256().equals(sha256)) {
                return room;
            }
            coming = working.computeIfAbsent(
                    pack, any -> new Work<>(worker, progress -> worked(pack, sha256, progress)));
        }
        return coming.result(Coming.PATIENCE, "What lies behind " + pack);
    }

    private Room worked(String pack, String sha256, Progress progress) {
        try {
            Room room = desk.reading(vault -> made(vault, pack, sha256, progress));
            synchronized (this) {
                rooms.put(pack, new SoftReference<>(room));
                while (rooms.size() > KEPT) {
                    rooms.remove(rooms.keySet().iterator().next());
                }
            }
            return room;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (this) {
                working.remove(pack);
            }
        }
    }

    private Room made(Vault vault, String pack, String sha256, Progress progress) throws IOException {
        Path zip = wiring.settings().pack().folder().resolve(pack + ".zip");
        if (!Files.isRegularFile(zip) || !FileDigest.of(zip).equals(sha256)) {
            throw new Unavailable(
                    "the zip in the folder of packs is not there, or is not the one that was issued.", null);
        }
        try (PackVault opened = PackVault.open(zip, Optional.empty())) {
            if (opened.profile().masks()) {
                throw new Unavailable("the pack is masked, and what lies behind it is not.", null);
            }
            Statement.Meaning meaning = opened.meaning();
            CompiledBook compiled =
                    PackBook.read(PackFiles.original(opened.payload(PackBook.FOLDER)), wiring.catalog());
            Book book = compiled.book();
            ZoneId zone = ZoneId.of(meaning.zone());
            AssessRun assess = new AssessRun(
                            vault, wiring.catalog(), new Evaluator(compiled, wiring.catalog(), zone), book)
                    .telling(progress);
            Period period = new Period(LocalDate.parse(meaning.first()), LocalDate.parse(meaning.last()), zone);
            PackContent content = Large.alone(() -> {
                progress.step(VaultDesk.BEGUN, 0, 0);
                return wiring.packRun(vault, book, assess, clock).asIssued(pack, period);
            });
            String json = AssessJson.of(period.first() + "/" + period.last(), content.assessment());
            if (!json.equals(new String(opened.file("assessment.json"), StandardCharsets.UTF_8))) {
                throw new Unavailable(
                        "this version or these settings do not make it as the pack has it; exhibit verify --deep says where it differs.",
                        null);
            }
            return new Room(sha256, meaning.log().size(), Standing.ofPack(pack, content, meaning.issued()));
        } catch (PackRefused e) {
            throw new Unavailable(e.getMessage(), e);
        }
    }
}
