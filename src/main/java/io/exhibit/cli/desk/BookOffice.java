package io.exhibit.cli.desk;

import io.exhibit.cli.book.Explanation;
import io.exhibit.cli.book.PreviewReport;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.Stop;
import io.exhibit.cli.wiring.BookReading;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.cli.wiring.Large;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.console.book.BookDesk;
import io.exhibit.console.page.Unavailable;
import io.exhibit.control.Book;
import io.exhibit.control.BookDifference;
import io.exhibit.control.BookDifference.Change;
import io.exhibit.control.Position;
import io.exhibit.control.Problem;
import io.exhibit.mapping.CsvEdit;
import io.exhibit.mapping.EntryEdit;
import io.exhibit.mapping.ListEdit;
import io.exhibit.mapping.MappingReader;
import io.exhibit.mapping.RegisterMembers;
import io.exhibit.run.PreviewRun;
import io.exhibit.run.Progress;
import io.exhibit.run.book.Draft;
import io.exhibit.run.book.Drafts;
import io.exhibit.run.book.Signed;
import io.exhibit.seal.Vault;
import io.exhibit.seal.VaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The book of the settings, to be edited in the console: what a draft means, by the same checks as the commands. */
final class BookOffice implements BookDesk {

    /** Books that were checked: a page is mostly of one that was checked before. */
    private static final int KEPT = 8;

    private final Wiring wiring;
    private final InstantSource clock;
    private final Map<String, Path> folders;
    private final Drafts drafts;
    private final Map<String, String> samples = RegisterMembers.samples();
    private final Map<State, Checked> known = new LinkedHashMap<>(KEPT, 0.75f, true);

    /**
     * What was checked.
     *
     * @param files digest of those on the disk
     * @param today on which entries count or do not
     */
    private record State(String files, LocalDate today, Map<String, String> instead) {}

    BookOffice(Wiring wiring, InstantSource clock) {
        this.wiring = wiring;
        this.clock = clock;
        this.folders = BookReading.folders(wiring.settings());
        this.drafts = BookReading.drafts(wiring.settings());
    }

    @Override
    public Drafts drafts() {
        return drafts;
    }

    @Override
    public boolean fourEyes() {
        return wiring.settings().serving().console().fourEyes();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), wiring.settings().schedule().zone());
    }

    private MappingReader.Result read(Map<String, String> instead) {
        Settings settings = wiring.settings();
        return MappingReader.read(
                settings.mappings().orElse(null),
                settings.organization().orElse(null),
                settings.framework(),
                today(),
                bytes(instead));
    }

    private static Map<String, byte[]> bytes(Map<String, String> instead) {
        Map<String, byte[]> bytes = new TreeMap<>();
        instead.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    /** Every page of the book asks for it, and reading it takes the longest of all that they do. */
    @Override
    public Checked check(Map<String, String> instead) throws IOException {
        Optional<State> state = state(instead);
        Checked known = state.map(this::known).orElse(null);
        if (known != null) {
            return known;
        }
        MappingReader.Result read = read(instead);
        Checked found = new Checked(read.sound(), named(wiring.reading().problems(read)), named(read.warnings()));
        // What was read while a file changed may be of neither state.
        if (state.isPresent() && state.equals(state(instead))) {
            keep(state.get(), found);
        }
        return found;
    }

    private Optional<State> state(Map<String, String> instead) {
        return wiring.reading().files().map(files -> new State(files, today(), Map.copyOf(instead)));
    }

    private synchronized Checked known(State state) {
        return known.get(state);
    }

    private synchronized void keep(State state, Checked found) {
        known.put(state, found);
        while (known.size() > KEPT) {
            known.remove(known.keySet().iterator().next());
        }
    }

    /** By the names that files have in the console, and not by where they lie on this machine. */
    private List<Problem> named(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Problem(
                        problem.code(),
                        new Position(
                                name(problem.position().file()),
                                problem.position().line(),
                                problem.position().column()),
                        problem.message(),
                        problem.hint()))
                .toList();
    }

    private String name(String shown) {
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            String path = folder.getValue().toString().replace('\\', '/') + "/";
            if (shown.startsWith(path)) {
                return folder.getKey() + shown.substring(path.length());
            }
        }
        return shown;
    }

    private Book book(Map<String, String> instead) {
        return wiring.reading().book(read(instead));
    }

    @Override
    public List<Change> difference(Map<String, String> instead) throws IOException {
        return BookDifference.between(wiring.book(), book(instead));
    }

    @Override
    public List<Outlook> preview(Map<String, String> instead, int months) throws IOException {
        Settings.Schedule schedule = wiring.settings().schedule();
        List<Outlook> outlook = new ArrayList<>();
        try (Vault vault = wiring.vaultToRead()) {
            PreviewRun preview = PreviewRun.alike(
                    vault,
                    wiring.catalog(),
                    schedule.collect(),
                    schedule.zone(),
                    wiring.book(),
                    book(instead),
                    Progress.NONE);
            Instant now = clock.instant();
            for (YearMonth month : preview.months(months)) {
                outlook.add(0, PreviewReport.outlook(Large.alone(() -> preview.month(month, now))));
            }
        }
        return outlook;
    }

    @Override
    public String withThreshold(String text, String name, Map<String, Object> members) {
        return EntryEdit.named(text, name, members);
    }

    @Override
    public String withEntry(String text, Map<String, Object> members) {
        return EntryEdit.added(text, members);
    }

    @Override
    public List<Map<String, String>> entries(String file, String text, String list) {
        return file.endsWith(".csv") ? CsvEdit.entries(text) : ListEdit.entries(text, list);
    }

    @Override
    public String withRow(String file, String text, String list, int row, Map<String, String> members) {
        if (file.endsWith(".csv")) {
            return row < 0 ? CsvEdit.added(text, members) : CsvEdit.changed(text, row, members);
        }
        return row < 0 ? ListEdit.added(text, list, members) : ListEdit.changed(text, list, row, members);
    }

    @Override
    public String withoutRow(String file, String text, String list, int row) {
        return file.endsWith(".csv") ? CsvEdit.removed(text, row) : ListEdit.removed(text, list, row);
    }

    @Override
    public Map<String, String> names(String text, String key) {
        return ListEdit.names(text, key);
    }

    @Override
    public String withName(String text, String key, String name, String value) {
        return ListEdit.named(text, key, name, value);
    }

    @Override
    public SortedMap<String, List<Column>> registers(Map<String, String> instead) {
        SortedMap<String, List<Column>> registers = new TreeMap<>();
        RegisterMembers.of(wiring.settings().mappings().orElse(null), bytes(instead))
                .forEach((name, members) -> registers.put(
                        name,
                        members.stream()
                                .map(each -> new Column(each.name(), each.needed(), each.time()))
                                .toList()));
        return registers;
    }

    @Override
    public Map<String, String> samples() {
        return samples;
    }

    @Override
    public Offer complete(Map<String, String> instead, String file, String text, int cursor) throws IOException {
        return Completion.at(wiring.catalog(), check(instead).book(), file, text, cursor);
    }

    @Override
    public Optional<Explained> explain(Map<String, String> instead, String id) throws IOException {
        return Explanation.of(wiring, check(instead).book(), id)
                .map(told -> new Explained(
                        told.title(),
                        told.lines().stream()
                                .map(line -> new Line(line.head(), line.text()))
                                .toList()));
    }

    @Override
    public Tried attempt(Map<String, String> instead, Asked asked) throws IOException {
        return BookTrial.of(wiring, check(instead).book(), asked);
    }

    @Override
    public void seal(Draft draft, Signed approval) throws IOException {
        Map<String, String> instead = new TreeMap<>();
        draft.changes().forEach((file, edit) -> instead.put(file, edit.after()));
        String digest = book(instead).digest();
        try (Vault vault = wiring.vaultToWrite(clock)) {
            vault.approve(digest, approval.by(), today(), approval.text());
        } catch (Stop | VaultException e) {
            throw new Unavailable(
                    "Nothing was published: the approval could not be sealed. "
                            + Ending.of(e).message(),
                    e);
        }
    }
}
