package io.exhibit.cli.node;

import io.exhibit.cli.checks.BucketChecks;
import io.exhibit.cli.checks.VaultChecks;
import io.exhibit.cli.settings.Settings;
import io.exhibit.cli.terminal.Console;
import io.exhibit.cli.terminal.Ending;
import io.exhibit.cli.terminal.ExitCode;
import io.exhibit.cli.wiring.Checked;
import io.exhibit.cli.wiring.Chore;
import io.exhibit.cli.wiring.NoticeChannels;
import io.exhibit.cli.wiring.Wiring;
import io.exhibit.control.Book;
import io.exhibit.monitor.Ping;
import io.exhibit.run.Observer;
import io.exhibit.run.Readiness;
import io.exhibit.run.RunClock;
import io.exhibit.run.WaitingDrafts;
import io.exhibit.run.watch.Alarm;
import io.exhibit.run.watch.AlarmKind;
import io.exhibit.run.watch.Failures;
import io.exhibit.run.watch.News;
import io.exhibit.run.watch.Notices;
import io.exhibit.run.watch.Told;
import io.exhibit.run.watch.Watch;
import io.exhibit.schedule.cluster.Nodes;
import io.exhibit.schedule.cluster.Nodes.Node;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** With each look of a node: what is wrong now, and telling it to whom the settings name. */
public final class Watching implements Chore {

    private final Wiring wiring;
    private final RunClock clock;
    private final Console console;
    private final Watch watch;
    private final Notices notices;
    private final Failures failures;
    private final Observer observer;
    private final Supplier<List<Readiness>> ready;
    private final Map<String, Instant> since = new TreeMap<>();

    /**
     * @param failures what the node could not do
     * @param observer hears how many causes go on, and what is blind
     * @param ready whether vault, key and calendar are there
     */
    public Watching(
            Wiring wiring,
            RunClock clock,
            Console console,
            Told.Shelf shelf,
            Failures failures,
            Observer observer,
            Supplier<List<Readiness>> ready) {
        this.wiring = wiring;
        this.clock = clock;
        this.console = console;
        this.failures = failures;
        this.observer = observer;
        this.ready = ready;
        Settings settings = wiring.settings();
        this.watch = watch(wiring);
        this.notices = new Notices(
                Wiring.origin(settings), settings.schedule().zone(), shelf, NoticeChannels.of(wiring, clock));
    }

    /** What looks, as the settings say. */
    public static Watch watch(Wiring wiring) {
        Settings settings = wiring.settings();
        return new Watch(
                settings.schedule().collect(),
                settings.schedule().zone(),
                wiring.catalog().sources(),
                settings.vault().bucket().isPresent(),
                wiring::assessRun);
    }

    @Override
    public String name() {
        return "The look for what is wrong";
    }

    @Override
    public String carryOut(Instant due) throws IOException {
        Instant now = clock.instant();
        Set<AlarmKind> unseen = EnumSet.noneOf(AlarmKind.class);
        List<Alarm> alarms = new ArrayList<>(failures.alarms());
        alarms.addAll(gone());
        alarms.addAll(ofNode(now));
        alarms.addAll(ofBook(now, unseen));
        count(alarms);
        Notices.Outcome outcome = notices.tell(alarms, kind -> !unseen.contains(kind), now);
        boolean inOrder = alarms.stream()
                .noneMatch(alarm -> alarm.kind().ofNode() && alarm.until().isEmpty() && alarm.fresh());
        if (inOrder && outcome.failed().isEmpty()) {
            ping(now);
        }
        outcome.failed().forEach((channel, why) -> console.alarm(now + " Could not tell " + channel + ": " + why));
        return outcome.news().stream().map(Watching::line).collect(Collectors.joining("\n"));
    }

    private void ping(Instant now) {
        wiring.settings().serving().monitor().ping().ifPresent(address -> {
            try {
                new Ping(address, NoticeChannels.PATIENCE).send();
            } catch (IOException e) {
                console.alarm(now + " " + e.getMessage());
            }
        });
    }

    /** A book with a mistake keeps nights from being judged, and must not keep that from being told. */
    private List<Alarm> ofBook(Instant now, Set<AlarmKind> unseen) {
        Book book;
        try {
            book = wiring.book();
        } catch (RuntimeException e) {
            unseen.addAll(Watch.OF_VAULT);
            unseen.add(AlarmKind.ENTRY);
            Ending ending = Ending.of(e);
            String first = ending.problems().stream()
                    .findFirst()
                    .map(problem -> " " + problem)
                    .orElse("");
            return List.of(here(
                    AlarmKind.WORK,
                    "book",
                    "The mappings or the organization's book cannot be used",
                    ending.message() + first,
                    now));
        }
        List<Alarm> alarms = new ArrayList<>(watch.entries(book, now));
        alarms.addAll(ofVault(book, now, unseen));
        return alarms;
    }

    private List<Alarm> ofVault(Book book, Instant now, Set<AlarmKind> unseen) {
        try {
            if (!wiring.hasVault()) {
                // Before the first night there is nothing to be over; when it is gone, nothing can be seen to be.
                unseen.addAll(Watch.OF_VAULT);
                return List.of();
            }
            try (Vault vault = wiring.vaultToRead()) {
                List<Alarm> alarms = new ArrayList<>(watch.look(vault, book, now));
                observer.blind(watch.blind());
                alarms.addAll(waiting(wiring.settings(), vault));
                return alarms;
            }
        } catch (IOException | RuntimeException e) {
            unseen.addAll(Watch.OF_VAULT);
            Ending ending = Ending.of(e);
            return List.of(
                    ending.code() == ExitCode.SOFTWARE
                            ? here(
                                    AlarmKind.WORK,
                                    "watch",
                                    "What is wrong could not be looked for",
                                    ending.message(),
                                    now)
                            : here(AlarmKind.VAULT, "read", "The vault could not be read", ending.message(), now));
        }
    }

    /** When the database cannot say it, the whole look fails: what was told lies there too. */
    private List<Alarm> gone() throws IOException {
        if (wiring.settings().serving().cluster().isEmpty()) {
            return List.of();
        }
        Nodes nodes = wiring.cluster().nodes();
        List<String> alive =
                nodes.all().stream().filter(Node::alive).map(Node::name).toList();
        return nodes.gone().stream()
                .map(node -> Alarm.on(
                        AlarmKind.NODE,
                        node.name(),
                        node.seen(),
                        "",
                        "The node " + node.name() + " is gone",
                        List.of(
                                "last sign of life: "
                                        + Announcement.both(
                                                node.seen(),
                                                wiring.settings().schedule().zone()),
                                "alive: " + String.join(", ", alive))))
                .toList();
    }

    /** Drafts that nobody has approved yet. */
    public static List<Alarm> waiting(Settings settings, Vault vault) throws IOException {
        Settings.Pack pack = settings.pack();
        return !pack.approval()
                ? List.of()
                : WaitingDrafts.of(pack.folder(), vault.packs().keySet()).stream()
                        .map(draft -> Alarm.on(
                                AlarmKind.APPROVAL,
                                draft.pack(),
                                draft.since(),
                                draft.sha256(),
                                "The draft of " + draft.pack() + " waits for approval",
                                List.of("draft: " + draft.file(), "SHA-256: " + draft.sha256())))
                        .toList();
    }

    private List<Alarm> ofNode(Instant now) {
        List<Alarm> alarms = new ArrayList<>();
        for (Readiness each : ready.get()) {
            if (!each.ready()) {
                AlarmKind kind = switch (each.name()) {
                    case "key" -> AlarmKind.KEY;
                    case "vault" -> AlarmKind.VAULT;
                    default -> AlarmKind.WORK;
                };
                alarms.add(here(kind, each.name(), "Not there: the " + each.name(), each.words(), now));
            }
        }
        Checked disk = disk();
        if (disk.state() != Checked.State.OK) {
            alarms.add(here(AlarmKind.DISK, disk.state().name(), "The disk is nearly full", disk.found(), now));
        }
        since.keySet().retainAll(alarms.stream().map(Alarm::key).toList());
        return alarms;
    }

    private Checked disk() {
        return Checked.of(
                "disk",
                () -> wiring.settings().vault().folder().isPresent()
                        ? new VaultChecks(wiring).disk()
                        : new BucketChecks(wiring).disk());
    }

    /** What differs from look to look, such as free bytes, is no news. */
    private Alarm here(AlarmKind kind, String what, String headline, String why, Instant now) {
        String key = kind.word() + ":" + what;
        Instant began = since.computeIfAbsent(key, first -> now);
        return Alarm.on(kind, what, began, "", headline, List.of("reason: " + why));
    }

    private void count(List<Alarm> alarms) {
        Map<String, Long> going = new TreeMap<>();
        for (AlarmKind kind : AlarmKind.values()) {
            going.put(
                    kind.word(),
                    alarms.stream()
                            .filter(alarm ->
                                    alarm.kind() == kind && alarm.until().isEmpty() && alarm.fresh())
                            .count());
        }
        observer.alarms(going);
    }

    private static String line(News news) {
        return news.event().words() + ": " + news.headline();
    }
}
