package io.exhibit.console;

import io.exhibit.assessment.ConclusionKind;
import io.exhibit.assessment.ControlResult;
import io.exhibit.assessment.History;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.assessment.SincePrevious.UnitChange;
import io.exhibit.assessment.TestResult;
import io.exhibit.assessment.Verdict;
import io.exhibit.console.frame.Desk;
import io.exhibit.console.frame.Laid;
import io.exhibit.console.frame.Standing;
import io.exhibit.console.page.Coming;
import io.exhibit.control.Book;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Target;
import io.exhibit.read.CatalogFile;
import io.exhibit.render.PackContent;
import io.exhibit.run.ItemIndex;
import io.exhibit.run.Overnight;
import io.exhibit.run.watch.Alarm;
import io.exhibit.run.watch.AlarmKind;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The month of the sample pack, beside a real vault with one run of its test {@link #TEST}. */
final class SampleDesk implements Desk, AutoCloseable {

    static final YearMonth MONTH = YearMonth.parse("2026-10");
    static final String TEST = "IAM-01";
    static final String UNIT = "164.312(d)";
    private static final Instant AT = Instant.parse("2026-11-01T08:00:00Z");

    /** Some of what people and AWS may say of a thing: a spreadsheet takes it for formulas. */
    private static final List<String> TEXTS = List.of(
            "so it is", "=1+1", "+1", "-1+cmd|'/C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "it is, so", "it \"is\"", "so");

    private final String test;
    private final Standing standing;
    private final Path folder;
    private final Vault vault;
    private final Catalog catalog = CatalogFile.load();

    /** Whether it takes longer than a visitor waits for a page to work the month out. */
    volatile boolean coming;

    /** No population is laid out yet. */
    volatile boolean laying;

    /** What goes wrong before anything is answered; {@code null} while all is well. */
    private volatile Callable<Exception> trouble;

    /**
     * Beside a vault in that folder.
     *
     * @param title of what the answer in the vault tells of
     */
    SampleDesk(Path folder, Standing standing, String title) throws IOException {
        this.folder = folder;
        this.standing = standing;
        TestResult result = standing.month().assessment().tests().stream()
                .filter(each -> each.assertion().id().startsWith(TEST))
                .findFirst()
                .orElseThrow();
        test = result.assertion().id();
        List<Item> items = new ArrayList<>();
        for (History history : result.histories()) {
            items.add(
                    new Item(history.target(), history.key(), State.DEVIATES, "0123456789abcdef", history.text(), ""));
        }
        Target elsewhere = new Target("444455556666", "eu-west-1");
        for (int n = 0; n < 120; n++) {
            items.add(new Item(
                    elsewhere, "thing-" + n, State.CONFORMS, "0123456789abcdef", TEXTS.get(n % TEXTS.size()), ""));
        }
        vault = SealedRun.in(folder.resolve("vault"), test, items, title);
    }

    /** The month. @param words what each text becomes that is not of the pack, by the field that it stands in */
    static Standing standing(PackContent content, Words words) {
        return new Standing(
                content,
                Optional.of(overnight(content, words)),
                new Standing.Beside(alarms(content, words), next(words), packs(words), AT));
    }

    /** Id of the test that the vault has a run of. */
    String test() {
        return test;
    }

    /** What a text becomes. */
    @FunctionalInterface
    interface Words {
        String of(String text, String field);
    }

    private static List<Alarm> alarms(PackContent content, Words words) {
        List<Alarm> alarms = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            alarms.add(Alarm.on(
                    AlarmKind.BLIND,
                    "cause " + n,
                    AT,
                    "",
                    words.of("kms.keys cannot be read", "Alarm.headline"),
                    List.of(words.of("denied in 111122223333", "Alarm.facts"))));
        }
        alarms.add(Alarm.on(
                AlarmKind.ENTRY,
                "document:" + content.assessment().book().documents().get(0).id(),
                AT,
                "over",
                words.of("Has ended: a document", "Alarm.headline"),
                List.of(words.of("it counted until 2026-10-30", "Alarm.facts"))));
        return alarms;
    }

    private static Overnight overnight(PackContent content, Words words) {
        String id = content.assessment().tests().get(0).assertion().id();
        String citation = content.assessment().controls().stream()
                .filter(ControlResult::mapped)
                .findFirst()
                .orElseThrow()
                .control()
                .citation();
        return new Overnight(
                LocalDate.parse("2026-10-31"),
                LocalDate.parse("2026-10-30"),
                List.of(new Overnight.Moved(id, Optional.of(Verdict.PASS), Verdict.FAIL, 2, 1, 1)),
                List.of(new UnitChange(citation, ConclusionKind.NO_DEVIATION, ConclusionKind.DEVIATIONS)),
                new TreeMap<>(Map.of(Cause.SCP_DENIED, new TreeSet<>(Set.of("kms.keys")))),
                1,
                2,
                content.books().stream().findFirst(),
                Instant.EPOCH,
                Instant.MAX);
    }

    private static List<Standing.Next> next(Words words) {
        return List.of(
                new Standing.Next(words.of("Collection", "Next.what"), words.of("tomorrow, 02:15", "Next.when")));
    }

    private static List<Standing.Pack> packs(Words words) {
        return List.of(
                new Standing.Pack(
                        words.of("EH-2026-10", "Pack.name"),
                        true,
                        words.of("ab12", "Pack.sha256"),
                        words.of("2026-10-01 to 2026-10-31", "Pack.period"),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        List.of()),
                new Standing.Pack(
                        words.of("EH-2026-09", "Pack.name"),
                        false,
                        words.of("cd34", "Pack.sha256"),
                        words.of("2026-09-01 to 2026-09-30", "Pack.period"),
                        Optional.of(AT),
                        true,
                        Optional.of(words.of("Jane Doe, Security Official", "Pack.approved")),
                        List.of(words.of("auditor, 2026-10-02", "Pack.receipts"))));
    }

    /** From now on everything that is asked for ends so; {@code null}: no longer. */
    void trouble(Callable<Exception> made) {
        trouble = made;
    }

    private void check() throws IOException {
        Callable<Exception> made = trouble;
        if (made == null) {
            return;
        }
        try {
            Exception thrown = made.call();
            if (thrown instanceof IOException io) {
                throw io;
            }
            throw (RuntimeException) thrown;
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<YearMonth> months() throws IOException {
        check();
        return List.of(MONTH, MONTH.minusMonths(1));
    }

    @Override
    public YearMonth usual() throws IOException {
        check();
        return MONTH;
    }

    @Override
    public Standing standing(YearMonth month, Duration patience) throws IOException {
        check();
        if (coming && patience.compareTo(Coming.PATIENCE) <= 0) {
            throw new Coming("October 2026 is being worked out.");
        }
        return standing;
    }

    @Override
    public Optional<String> behind(YearMonth month, Standing shown) {
        return Optional.empty();
    }

    @Override
    public SortedSet<String> frameworks() {
        return new TreeSet<>(
                Set.of(standing.month().assessment().book().framework().id(), "other"));
    }

    @Override
    public Book inFramework(String id) {
        return standing.month().assessment().book();
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public Laid items(long size, String run, String test) throws IOException {
        return items(run, test);
    }

    @Override
    public Laid items(String run, String test) throws IOException {
        check();
        if (laying) {
            return new Laid(Optional.empty(), 1);
        }
        return new Laid(
                Optional.of(ItemIndex.of(folder.resolve("items-" + UUID.randomUUID()), vault, run, test, soFar -> {})),
                0);
    }

    @Override
    public <T> T reading(Reading<T> what) throws IOException {
        check();
        return what.from(vault);
    }

    @Override
    public void close() throws IOException {
        vault.close();
    }
}
