package io.exhibit.cli.desk;

import io.exhibit.assessment.Period;
import io.exhibit.assessment.Population;
import io.exhibit.cli.node.Announcement;
import io.exhibit.cli.node.Watching;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.Large;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.frame.Desk;
import io.exhibit.console.frame.Laid;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Unavailable;
import io.exhibit.control.Book;
import io.exhibit.evidence.Catalog;
import io.exhibit.mapping.MappingReader;
import io.exhibit.render.PackContent;
import io.exhibit.run.Edition;
import io.exhibit.run.ItemIndex;
import io.exhibit.run.Log;
import io.exhibit.run.Overnight;
import io.exhibit.run.PackRefused;
import io.exhibit.run.Progress;
import io.exhibit.run.watch.Alarm;
import io.exhibit.run.watch.Watch;
import io.exhibit.schedule.Cron;
import io.exhibit.schedule.Task;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** What the console shows of the vault and the book that the settings name; months that were worked out are kept. */
public final class VaultDesk implements Desk {

    /** Populations of more items than that are laid out before somebody looks at them. */
    private static final long LARGE = 20_000;

    /** The first step of a month that has its turn. */
    static final String BEGUN = "reading the records of the runs";

    private Book other;
    private String otherState = "";

    private final Wiring wiring;
    private final InstantSource clock;
    private final Watch watch;
    private final Standings standings;
    private final ItemIndexes populations;

    public VaultDesk(Wiring wiring, InstantSource clock) {
        this.wiring = wiring;
        this.clock = clock;
        this.watch = Watching.watch(wiring);
        this.standings =
                new Standings((month, before, progress) -> reading(vault -> worked(vault, month, before, progress)));
        this.populations = new ItemIndexes(ConsoleFolder.of(wiring.settings()));
    }

    @Override
    public SortedSet<String> frameworks() {
        return MappingReader.frameworks(wiring.settings().mappings().orElse(null));
    }

    /** A page that is asked for now and then: the book is read once for each state of its files. */
    @Override
    public synchronized Book inFramework(String id) {
        String state = id + " " + wiring.reading().files();
        if (!state.equals(otherState)) {
            Settings settings = wiring.settings();
            other = MappingReader.read(
                            settings.mappings().orElse(null),
                            settings.organization().orElse(null),
                            id)
                    .sound();
            otherState = state;
        }
        return other;
    }

    @Override
    public Catalog catalog() {
        return wiring.catalog();
    }

    private ZoneId zone() {
        return wiring.settings().schedule().zone();
    }

    @Override
    public List<YearMonth> months() throws IOException {
        return reading(vault -> {
            List<YearMonth> months = new ArrayList<>();
            YearMonth now = YearMonth.from(clock.instant().atZone(zone()));
            new Log(vault)
                    .begun()
                    .map(begun -> YearMonth.from(begun.atZone(zone())))
                    .ifPresent(first -> {
                        for (YearMonth month = first; !month.isAfter(now); month = month.plusMonths(1)) {
                            months.add(0, month);
                        }
                    });
            return months;
        });
    }

    @Override
    public YearMonth usual() throws IOException {
        return reading(vault -> {
            List<String> runs = vault.runIds();
            if (runs.isEmpty()) {
                throw new Unavailable(
                        "Nothing was collected yet: there is nothing to show. Run: exhibit collect", null);
            }
            return YearMonth.from(vault.run(runs.get(runs.size() - 1)).due().atZone(zone()));
        });
    }

    @Override
    public Standing standing(YearMonth month, Duration patience) throws IOException {
        Instant now = clock.instant();
        String files = String.valueOf(wiring.reading().files());
        return standings.of(
                month, reading(vault -> MonthState.of(vault, wiring.settings(), files, period(month), now)), patience);
    }

    @Override
    public Optional<String> behind(YearMonth month, Standing shown) {
        return standings.behind(month, shown);
    }

    @Override
    public Laid items(String run, String test) throws IOException {
        return items(reading(vault -> vault.checkpoint().size()), run, test);
    }

    @Override
    public Laid items(long size, String run, String test) throws IOException {
        return populations.of(judged(size, run), test, laying(size, run, test));
    }

    private ItemIndexes.Laying laying(long size, String run, String test) {
        return (place, soFar) -> reading(vault -> {
            try (Vault then = vault.asOf(size)) {
                return ItemIndex.of(place, then, run, test, soFar::set);
            }
        });
    }

    /** SHA-256 of the day. */
    private String judged(long size, String run) throws IOException {
        return reading(vault -> {
            try (Vault then = vault.asOf(size)) {
                return then.judged(run).orElseThrow();
            }
        });
    }

    @Override
    public <T> T reading(Reading<T> what) throws IOException {
        try (Vault vault = wiring.vaultToRead()) {
            return what.from(vault);
        } catch (Stop e) {
            String first = e.problems().stream()
                    .findFirst()
                    .map(problem -> " " + problem)
                    .orElse("");
            throw new Unavailable(Ending.of(e).message() + first, e);
        }
    }

    private Standing worked(Vault vault, YearMonth month, Optional<Standing> before, Progress progress)
            throws IOException {
        Book book = wiring.book();
        Instant now = clock.instant();
        Standing.Beside beside = new Standing.Beside(
                alarms(vault, book, now), next(now), new KnownPacks(wiring.settings(), vault).all(), now);
        return before.isPresent() ? before.get().beside(beside) : judged(vault, month, book, beside, progress);
    }

    private Standing judged(Vault vault, YearMonth month, Book book, Standing.Beside beside, Progress progress)
            throws IOException {
        Period period = period(month);
        Edition edition = Edition.first(wiring.settings().packName(month));
        PackContent content;
        try {
            content = Large.alone(() -> {
                progress.step(BEGUN, 0, 0);
                return wiring.packRun(vault, book, clock, progress).soFar(edition, period);
            });
        } catch (PackRefused e) {
            throw new Unavailable(e.getMessage(), e);
        }
        long size = vault.checkpoint().size();
        for (Population each : content.populations()) {
            if (each.things() > LARGE) {
                String test = each.test().id();
                populations.begin(judged(size, each.run()), test, laying(size, each.run(), test));
            }
        }
        return new Standing(content, Overnight.of(vault, content), beside);
    }

    private Period period(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth(), zone());
    }

    private List<Alarm> alarms(Vault vault, Book book, Instant now) throws IOException {
        List<Alarm> alarms = new ArrayList<>(watch.look(vault, book, now));
        alarms.addAll(watch.entries(book, now));
        alarms.addAll(Watching.waiting(wiring.settings(), vault));
        alarms.removeIf(alarm -> alarm.until().isPresent() || !alarm.fresh());
        alarms.sort(Comparator.comparing(Alarm::kind).thenComparing(Alarm::since));
        return alarms;
    }

    private List<Standing.Next> next(Instant now) {
        List<Standing.Next> next = new ArrayList<>();
        Map<Task, Cron> crons = wiring.settings().schedule().crons();
        for (Task task : List.of(Task.COLLECT, Task.PACK)) {
            next.add(new Standing.Next(
                    task == Task.COLLECT ? "Collection" : "Pack",
                    crons.get(task)
                            .next(now)
                            .map(at -> Announcement.words(at, zone()))
                            .orElse("never again by this schedule")));
        }
        return next;
    }
}
