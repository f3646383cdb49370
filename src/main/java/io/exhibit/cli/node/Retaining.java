package io.exhibit.cli.node;

import io.exhibit.aws.vault.Retention;
import io.exhibit.cli.settings.VaultPlace;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.wiring.Chore;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.schedule.cluster.SqlMemory;
import io.exhibit.seal.DurableFolder;
import io.exhibit.seal.Retained;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Lengthens locks of a vault in S3 that end before the settings' days from the end of their run are over: of what was written when
 * fewer were asked for, or none. Each run is looked at once; nothing is ever shortened. See decision 24.
 */
public final class Retaining implements Chore {

    /** In one look. A night that is due waits for it, and one that begins five minutes late is no longer begun by its fire. */
    static final Duration LONGEST = Duration.ofMinutes(4);

    /** A run that goes over midnight wrote its first objects the day before. */
    private static final Duration MIDNIGHT = Duration.ofDays(1);

    private static final String NAME = "retained";

    /** Where it is remembered how far the look has come. */
    interface Shelf {

        Optional<String> load() throws IOException;

        void keep(String text) throws IOException;
    }

    private final Wiring wiring;
    private final InstantSource clock;
    private final Shelf shelf;

    Retaining(Wiring wiring, InstantSource clock, Shelf shelf) {
        this.wiring = wiring;
        this.clock = clock;
        this.shelf = shelf;
    }

    /** By one node at a time, which goes on where another has come to. */
    public static Chore of(Wiring wiring, InstantSource clock, Console console) {
        if (wiring.settings().serving().cluster().isEmpty()) {
            return new Retaining(
                    wiring, clock, new InFile(wiring.settings().serving().state()));
        }
        SqlMemory memory = wiring.cluster().memory();
        return new SharedMemory(memory, console).alone(new Retaining(wiring, clock, new InDatabase(memory)));
    }

    private record InFile(Path folder) implements Shelf {

        @Override
        public Optional<String> load() throws IOException {
            Path file = folder.resolve(NAME);
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        }

        @Override
        public void keep(String text) throws IOException {
            Files.createDirectories(folder);
            DurableFolder.of(folder.resolve(NAME)).writeSecret(NAME, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private record InDatabase(SqlMemory memory) implements Shelf {

        @Override
        public Optional<String> load() throws IOException {
            return memory.text(NAME);
        }

        @Override
        public void keep(String text) throws IOException {
            memory.keep(NAME, text);
        }
    }

    /**
     * How far it has come.
     *
     * @param asked the vault and the lock that was asked for; for another one it begins anew
     * @param runs how many of the log, the oldest first, were looked at
     * @param day on which the newest run was looked at last, or {@code -}
     */
    private record Done(String asked, int runs, String day) {

        /** What cannot be read was not done. */
        static Done of(Optional<String> text, String asked) {
            String[] lines = text.orElse("").split("\n");
            return lines.length == 3 && lines[0].equals(asked) && lines[1].matches("[0-9]{1,9}")
                    ? new Done(asked, Integer.parseInt(lines[1]), lines[2])
                    : new Done(asked, 0, "-");
        }

        String text() {
            return asked + "\n" + runs + "\n" + day + "\n";
        }
    }

    @Override
    public String name() {
        return "The look for locks that end too soon";
    }

    @Override
    public String carryOut(Instant due) throws IOException {
        VaultPlace place = wiring.settings().vault();
        Retention asked = place.s3().retention().orElse(Retention.NONE);
        if (place.folder().isPresent() || !asked.isAsked()) {
            return "";
        }
        Instant began = clock.instant();
        String today = LocalDate.ofInstant(began, ZoneOffset.UTC).toString();
        Done done = Done.of(shelf.load(), place + " " + asked.mode() + " " + asked.days());
        if (done.day().equals(today) || !wiring.hasVault()) {
            return "";
        }
        int lengthened = 0;
        try (Vault vault = wiring.vaultToRetain()) {
            List<String> runs = vault.runIds();
            while (done.runs() < runs.size() && clock.instant().isBefore(began.plus(LONGEST))) {
                lengthened += lengthened(vault, runs.get(done.runs()), asked, began) ? 1 : 0;
                done = new Done(done.asked(), done.runs() + 1, "-");
                shelf.keep(done.text());
            }
            if (done.runs() < runs.size()) {
                return said(lengthened) + (runs.size() - done.runs()) + " of " + runs.size()
                        + " runs are not looked at yet; the next hourly look goes on.";
            }
            if (!runs.isEmpty()) {
                // The log and the books are needed by the newest run as long as it is kept, and were locked when they
                // were written.
                String newest = runs.get(runs.size() - 1);
                Instant end = asked.until(vault.run(newest).finished());
                if (end.isAfter(began)) {
                    vault.retain(newest, end);
                }
            }
            shelf.keep(new Done(done.asked(), done.runs(), today).text());
        }
        return said(lengthened).strip();
    }

    private static boolean lengthened(Vault vault, String run, Retention asked, Instant now) throws IOException {
        Instant end = asked.until(vault.run(run).finished());
        // What has been kept for as long as it had to be may be gone.
        if (!end.isAfter(now)) {
            return false;
        }
        Retained found = vault.retained(run);
        if (found.covers(end.minus(MIDNIGHT))) {
            return false;
        }
        vault.retain(run, end);
        return true;
    }

    private static String said(int lengthened) {
        return lengthened == 0
                ? ""
                : "Locks were lengthened to what s3.retention_days asks for, of " + lengthened
                        + (lengthened == 1 ? " run. " : " runs. ");
    }
}
