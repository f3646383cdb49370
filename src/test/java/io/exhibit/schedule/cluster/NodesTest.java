package io.exhibit.schedule.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.run.Shares;
import io.exhibit.run.Work;
import io.exhibit.run.watch.Failures.Failure;
import io.exhibit.schedule.Paused;
import io.exhibit.schedule.Task;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is among the nodes, and which of them writes. */
@OneJdk
class NodesTest {

    private String url;
    private Database database;
    private Nodes nodes;

    @BeforeEach
    void open() throws Exception {
        url = Postgres.database();
        database = Postgres.open(url);
        nodes = new Nodes(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oneOfAnotherVersionOrOtherSettingsIsToldWhoIsThere() throws Exception {
        assertThat(nodes.join("a", "1.0 aa", "s1")).isEmpty();
        assertThat(nodes.join("b", "1.0 aa", "s1")).isEmpty();

        assertThat(nodes.join("c", "1.1 bb", "s1").orElseThrow().program()).isEqualTo("1.0 aa");
        assertThat(nodes.join("d", "1.0 aa", "s2").orElseThrow().settings()).isEqualTo("s1");
        assertThat(nodes.all()).extracting(Nodes.Node::name).containsExactly("a", "b");
    }

    @Test
    void aDeadNodeOfAnotherVersionKeepsNobodyOut() throws Exception {
        nodes.join("a", "1.0 aa", "s1");
        passed("a");

        assertThat(nodes.join("b", "1.1 bb", "s1")).isEmpty();

        assertThat(nodes.all()).extracting(Nodes.Node::alive).containsExactly(false, true);
    }

    @Test
    void oneThatIsKilledIsMissedAfterAQuarterOfAnHourAndNoSooner() throws Exception {
        nodes.join("a-00000001", "1.0 aa", "s1");
        nodes.join("b-00000001", "1.0 aa", "s1");
        passes("a-00000001", 14);
        assertThat(nodes.gone()).isEmpty();

        passes("a-00000001", 1);
        assertThat(nodes.gone()).extracting(Nodes.Node::name).containsExactly("a-00000001");
        passes("a-00000001", 60 * 24 * 40);
        nodes.join("c-00000001", "1.0 aa", "s1");
        assertThat(nodes.gone()).as("forty days later").hasSize(1);

        assertThat(nodes.beat("a-00000001", false)).as("it was only paused").isTrue();
        assertThat(nodes.gone()).isEmpty();
    }

    @Test
    void oneThatItsHostStartsAnewIsNotMissed() throws Exception {
        nodes.join("a-00000001", "1.0 aa", "s1");
        passes("a-00000001", 20);
        assertThat(nodes.gone()).hasSize(1);

        nodes.join("a-00000002", "1.0 aa", "s1");
        assertThat(nodes.gone()).isEmpty();

        nodes.leave("a-00000002");
        assertThat(nodes.gone()).as("nor when that one was told to stop").isEmpty();
        assertThat(nodes.all()).isEmpty();
    }

    @Test
    void oneThatDiesAgainAndAgainIsMissedOnce() throws Exception {
        for (int n = 1; n < 5; n++) {
            nodes.join("a-0000000" + n, "1.0 aa", "s1");
            passes("%", 20);
        }
        assertThat(nodes.gone()).extracting(Nodes.Node::name).containsExactly("a-00000004");
    }

    @Test
    void ofTwoThatDiedOnOneHostOneThatComesBackIsOne() throws Exception {
        nodes.join("a-00000001", "1.0 aa", "s1");
        nodes.join("a-00000002", "1.0 aa", "s1");
        nodes.beat("a-00000001", false);
        passes("%", 20);
        nodes.join("a-00000003", "1.0 aa", "s1");
        assertThat(nodes.gone()).hasSize(1);
        nodes.join("a-00000004", "1.0 aa", "s1");
        assertThat(nodes.gone()).isEmpty();
    }

    @Test
    void oneThatIsStoppedIsNotMissedAlsoWhenItIsKilledBeforeItHasLeft() throws Exception {
        nodes.join("a-00000001", "1.0 aa", "s1");
        nodes.beat("a-00000001", true);
        passes("a-00000001", 20);
        assertThat(nodes.gone()).isEmpty();

        nodes.join("b-00000001", "1.0 aa", "s1");
        assertThat(nodes.all()).extracting(Nodes.Node::name).containsExactly("b-00000001");
    }

    @Test
    void oneThatWillNotComeBackIsForgottenByHandAndALivingOneIsNot() throws Exception {
        nodes.join("a-00000001", "1.0 aa", "s1");
        assertThat(nodes.forget("a-00000001")).isFalse();
        passes("a-00000001", 20);

        assertThat(nodes.forget("a-00000001")).isTrue();

        assertThat(nodes.gone()).isEmpty();
        assertThat(nodes.forget("a-00000001")).isFalse();
    }

    @Test
    void peopleSeeWhoDoesWhat() throws Exception {
        nodes.join("a", "1.0 aa", "s1");
        nodes.join("b", "1.0 aa", "s1");
        Shares shares = new SqlShares(database, "b");
        shares.open(new Shares.Open("r1", Instant.parse("2026-10-05T02:15:00Z"), ""));
        shares.add("r1", List.of("111122223333", "444455556666"));
        shares.take("r1", "444455556666");
        shares.take("r1", "111122223333");
        assertThat(new WriterLease(database, "a").take()).isPresent();

        assertThat(nodes.all())
                .extracting(Nodes.Node::accounts)
                .containsExactly(List.of(), List.of("111122223333", "444455556666"));
        assertThat(nodes.all()).extracting(Nodes.Node::writes).containsExactly(true, false);
    }

    @Test
    void oneWritesAtATimeAndEachAfterHasAHigherNumber() throws Exception {
        WriterLease a = new WriterLease(database, "a");
        WriterLease b = new WriterLease(database, "b");

        WriterLease.Turn first = a.take().orElseThrow();
        assertThat(b.take()).isEmpty();
        assertThat(first.isOurs()).isTrue();
        assertThat(b.holder()).contains("a");
        first.close();
        assertThat(first.isOurs()).isFalse();
        assertThat(b.take().orElseThrow().epoch()).isEqualTo(first.epoch() + 1);
    }

    @Test
    void whoWasPassedOverDoesNotGetTheLeaseBackByRenewingIt() throws Exception {
        WriterLease a = new WriterLease(database, "a");
        WriterLease.Turn first = a.take().orElseThrow();
        lapse();
        WriterLease b = new WriterLease(database, "b");
        WriterLease.Turn second = b.take().orElseThrow();

        a.renew();
        first.close();

        assertThat(b.take()).as("the lease of b was not touched").isEmpty();
        assertThat(b.holder()).contains("b");
        b.renew();
        assertThat(second.isOurs()).isTrue();
        second.close();
        assertThat(b.take().orElseThrow().epoch()).isEqualTo(second.epoch() + 1);
    }

    @Test
    void aTurnThatWasLostIsNotBackWhenTheSameNodeHasALaterOne() throws Exception {
        WriterLease a = new WriterLease(database, "a");
        WriterLease.Turn lost = a.take().orElseThrow();
        lapse();
        new WriterLease(database, "b").take().orElseThrow().close();
        WriterLease.Turn later = a.take().orElseThrow();

        assertThat(lost.isOurs()).as("who had it then must not sign by it now").isFalse();
        lost.close();

        assertThat(later.isOurs()).as("nor give the later one back").isTrue();
        assertThat(new WriterLease(database, "b").take()).isEmpty();
    }

    @Test
    void aLeaseThatLapsedAndThatNobodyTookIsRenewed() throws Exception {
        WriterLease a = new WriterLease(database, "a");
        a.take();
        lapse();
        a.renew();
        assertThat(new WriterLease(database, "b").take()).isEmpty();
    }

    @Test
    void aDatabaseThatIsNotThereIsNamedWithItsReason() {
        assertThatThrownBy(() -> Database.open("jdbc:postgresql://127.0.0.1:1/exhibit", "postgres", "", 2))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "The database jdbc:postgresql://127.0.0.1:1/exhibit could not be reached as postgres: ");
    }

    @Test
    void aDatabaseOfALaterVersionIsLeftAsItIs() throws Exception {
        database.change("insert into exhibit_migrations (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success) values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1,"
                + " true)");

        assertThatThrownBy(() -> Postgres.open(url))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("are not what this version of Exhibit keeps there");
    }

    @Test
    void whatSomebodyPausesEveryNodeKnows() throws Exception {
        SqlState state = new SqlState(database);
        Instant monday = Instant.parse("2026-10-05T09:12:00Z");
        assertThat(state.sign()).isEmpty();
        state.sign(monday);
        state.sign(monday.minusSeconds(1));
        assertThat(state.sign()).contains(monday);

        state.pause(Task.COLLECT, monday, "Jane Roe", "the account moves");
        assertThatThrownBy(() -> state.pause(Task.COLLECT, monday, "John", "again"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("collect is paused since 2026-10-05T09:12:00Z by Jane Roe: the account moves");
        try (Database other = Postgres.open(url)) {
            assertThat(new SqlState(other).paused(Task.COLLECT, monday.plusSeconds(60)))
                    .map(Paused::by)
                    .contains("Jane Roe");
            new SqlState(other).resume(Task.COLLECT, monday.plusSeconds(90), "John");
        }
        assertThat(state.pauses())
                .containsExactly(new Paused(
                        Task.COLLECT,
                        monday,
                        "Jane Roe",
                        "the account moves",
                        Optional.of(monday.plusSeconds(90)),
                        "John"));
    }

    @Test
    void whatOneCouldNotDoAndWhatWasToldEveryNodeKnows() throws Exception {
        SqlMemory memory = new SqlMemory(database);
        Instant monday = Instant.parse("2026-10-05T09:12:00Z");
        memory.put(new Failure(Work.PACK, "The pack of 2026-09", monday, "refused"));
        memory.put(new Failure(Work.PACK, "The pack of 2026-09", monday.plusSeconds(9), "full"));
        memory.put(new Failure(Work.DELIVER, "The delivery", monday, "no answer"));
        assertThat(memory.all())
                .containsExactly(
                        new Failure(Work.DELIVER, "The delivery", monday, "no answer"),
                        new Failure(Work.PACK, "The pack of 2026-09", monday, "full"));
        memory.remove("", Optional.of(Work.PACK));
        memory.remove("The delivery", Optional.empty());
        assertThat(memory.all()).isEmpty();

        assertThat(memory.text("notices")).isEmpty();
        memory.keep("notices", "one");
        memory.keep("notices", "two");
        assertThat(memory.text("notices")).contains("two");

        try (Database other = Postgres.open(url)) {
            Optional<Optional<String>> both =
                    memory.alone("the look", () -> new SqlMemory(other).alone("the look", () -> "at the same time"));
            assertThat(both).contains(Optional.empty());
            assertThat(new SqlMemory(other).alone("the look", () -> "after it")).contains("after it");
        }
    }

    /** So many minutes pass, in which these nodes give no sign. */
    private void passes(String name, int minutes) throws IOException {
        String later = " - make_interval(mins => " + minutes + ")";
        database.change(
                "update node set seen = seen" + later + ", started = started" + later + " where name like ?", name);
    }

    private void passed(String name) throws IOException {
        database.change("update node set seen = now() - interval '31 seconds' where name = ?", name);
    }

    private void lapse() throws IOException {
        database.change("update writer set until = now() - interval '1 second'");
    }
}
