package io.exhibit.schedule.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.run.Runs;
import io.exhibit.schedule.Cron;
import io.exhibit.schedule.Task;
import io.exhibit.schedule.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes with one schedule in a real PostgreSQL. */
@OneJdk
class ClusteredTimetableTest {

    private static final Cron EVERY_SECOND = new Cron("* * * * * ?", ZoneOffset.UTC);
    private static final Cron NIGHTLY = new Cron("0 15 2 * * ?", ZoneId.of("America/New_York"));

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    /** Which node carried it out. */
    private final BlockingQueue<String> by = new LinkedBlockingQueue<>();

    private String url;
    private Database database;

    @BeforeEach
    void open() throws Exception {
        url = Postgres.database();
        database = Postgres.open(url);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Timetable node(String name, Map<Task, Cron> crons) {
        Runs runs = new Runs() {
            @Override
            public void collect(Instant due) {
                heard.add("collect " + due);
                by.add(name);
            }

            @Override
            public void pack(YearMonth month) {
                heard.add("pack " + month);
            }

            @Override
            public void look(Instant due) {
                heard.add("look " + due);
            }
        };
        return new Timetable(crons, runs, Instant.now(), ClusterStore.settings(database, name, 3));
    }

    @Test
    void whatIsDueIsDoneByOneOfThem() throws Exception {
        try (Timetable a = node("a", Map.of(Task.COLLECT, EVERY_SECOND));
                Timetable b = node("b", Map.of(Task.COLLECT, EVERY_SECOND))) {
            a.start();
            b.start();
            List<String> fires = List.of(next(), next(), next(), next());
            assertThat(fires).doesNotHaveDuplicates().isSorted();
            assertThat(Duration.between(at(fires.get(0)), at(fires.get(3)))).isEqualTo(Duration.ofSeconds(3));
        }
    }

    /** Quartz finds schedulers of a process again by their name, and all nodes of a cluster have the same one. */
    @Test
    void nodesOfOneProcessAreTwo() throws Exception {
        try (Timetable a = node("a", Map.of(Task.COLLECT, EVERY_SECOND));
                Database looking = Postgres.open(url)) {
            try (Timetable b = node("b", Map.of(Task.COLLECT, EVERY_SECOND))) {
                b.start();
                assertThat(a.isRunning()).isFalse();
                next();
                assertThat(by.take()).as("the one that runs").isEqualTo("b");
                a.start();
                assertThat(looking.rows(row -> row.getString(1), "select instance_name from qrtz_scheduler_state"))
                        .containsExactlyInAnyOrder("a", "b");
            }
            assertThat(a.isRunning()).as("when the other one ends").isTrue();
            heard.clear();
            by.clear();
            next();
            assertThat(by.take()).isEqualTo("a");
        }
    }

    @Test
    void aScheduleThatIsThereIsLeftAndOneThatChangedIsReplaced() throws Exception {
        try (Timetable a = node("a", Map.of(Task.COLLECT, NIGHTLY))) {
            Optional<Instant> next = a.next(Task.COLLECT);
            assertThat(next).isEqualTo(NIGHTLY.next(Instant.now()));
            Postgres.run(url, "update qrtz_triggers set next_fire_time = next_fire_time - 1");
            try (Timetable b = node("b", Map.of(Task.COLLECT, NIGHTLY))) {
                assertThat(b.next(Task.COLLECT)).isEqualTo(next.map(instant -> instant.minusMillis(1)));
            }
            Cron later = new Cron("0 15 3 * * ?", ZoneId.of("America/New_York"));
            try (Timetable c = node("c", Map.of(Task.COLLECT, later))) {
                assertThat(c.next(Task.COLLECT)).isEqualTo(later.next(Instant.now()));
            }
        }
    }

    @Test
    void nothingInTheDatabaseIsMadeIntoObjectsByItsBytes() throws Exception {
        try (Timetable a = node("a", Map.of(Task.COLLECT, NIGHTLY, Task.LOOK, EVERY_SECOND));
                Database looking = Postgres.open(url)) {
            assertThat(a.next(Task.COLLECT)).isPresent();
            assertThat(looking.rows(row -> row.getString(1), "select trigger_type from qrtz_triggers"))
                    .containsOnly("WALL");
            assertThat(looking.rows(row -> row.getInt(1), "select count(*) from qrtz_blob_triggers"))
                    .containsExactly(0);
            assertThat(looking.rows(
                            row -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1),
                            "select job_data from qrtz_job_details"))
                    .allMatch(data -> data.startsWith("#"));
        }
    }

    @Test
    void theStepsOfARunAreHandedToWhoeverIsFreeAndOnceEach() throws Exception {
        BlockingQueue<String> taken = new LinkedBlockingQueue<>();
        ShareJobs.Work work = new ShareJobs.Work() {
            @Override
            public boolean share(String run, String account) {
                return taken.add(run + " " + account);
            }

            @Override
            public boolean close(String run) {
                return taken.add(run + " closed");
            }
        };
        try (Timetable a = node("a", Map.of());
                Timetable b = node("b", Map.of())) {
            ShareJobs ofA = a.shares(work);
            ShareJobs ofB = b.shares(work);
            ofA.share("r1", List.of("111122223333", "444455556666"));
            ofB.share("r1", List.of("111122223333", "444455556666"));
            ofB.close("r1");
            b.start();
            assertThat(List.of(
                            taken.poll(20, TimeUnit.SECONDS),
                            taken.poll(20, TimeUnit.SECONDS),
                            taken.poll(20, TimeUnit.SECONDS)))
                    .containsExactlyInAnyOrder("r1 111122223333", "r1 444455556666", "r1 closed");
            ofA.forget("r1");
            assertThat(taken).isEmpty();
        }
    }

    @Test
    void whatIsAskedForByHandIsDoneByANode() throws Exception {
        Instant due = Instant.parse("2026-10-05T09:12:00Z");
        try (Timetable hand = Timetable.toHandOut(ClusterStore.settings(database, "hand", 1))) {
            assertThat(hand.handOut(Task.COLLECT, due))
                    .as("nobody has set it up")
                    .isFalse();
            try (Timetable a = node("a", Map.of(Task.COLLECT, NIGHTLY))) {
                a.start();
                assertThat(hand.handOut(Task.COLLECT, due)).isTrue();
                assertThat(next()).isEqualTo("collect " + due);
            }
        }
    }

    @Test
    void whatDidNotComeToItsEndIsHandedOutAgain() throws Exception {
        BlockingQueue<String> taken = new LinkedBlockingQueue<>();
        AtomicInteger turns = new AtomicInteger();
        ShareJobs.Work stopping = new ShareJobs.Work() {
            @Override
            public boolean share(String run, String account) {
                return taken.add(run + " " + account) && turns.incrementAndGet() > 2;
            }

            @Override
            public boolean close(String run) {
                return true;
            }
        };
        try (Timetable a = node("a", Map.of())) {
            a.shares(stopping).share("r1", List.of("111122223333"));
            a.start();
            for (int n = 0; n < 3; n++) {
                assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("r1 111122223333");
            }
        }
    }

    private String next() throws InterruptedException {
        String fire = heard.poll(20, TimeUnit.SECONDS);
        assertThat(fire).isNotNull();
        return fire;
    }

    private static Instant at(String fire) {
        return Instant.parse(fire.substring(fire.indexOf(' ') + 1));
    }
}
