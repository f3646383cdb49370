package io.exhibit.schedule.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.run.Shares;
import io.exhibit.run.Shares.Superseded;
import io.exhibit.run.Shares.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several nodes share one run, in a real PostgreSQL. */
@OneJdk
class SqlSharesTest {

    private static final Instant DUE = Instant.parse("2026-10-05T02:15:00Z");

    private static final Shares.Open R1 = new Shares.Open("r1", DUE, "stands in for another");
    private static final Shares.Open R2 = new Shares.Open("r2", DUE.plusSeconds(1), "");

    private Database database;
    private Shares a;
    private Shares b;

    @BeforeEach
    void open() throws Exception {
        database = Postgres.open(Postgres.database());
        a = new SqlShares(database, "a");
        b = new SqlShares(database, "b");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oneRunIsOpenAtATimeWhoeverOpensIt() throws Exception {
        assertThat(a.open()).isEmpty();
        assertThat(a.open(R1)).isEqualTo(R1);
        assertThat(b.open(R2)).isEqualTo(R1);
        b.close("r1");
        assertThat(a.open()).isEmpty();
        assertThat(b.open(R2)).isEqualTo(R2);
    }

    @Test
    void whoWasPassedOverNotesNothingMore() throws Exception {
        a.open(R1);
        a.add("r1", List.of("111122223333", "444455556666"));
        Turn first = a.take("r1", "111122223333").orElseThrow();
        a.note(first, "111122223333.global", "one");

        Turn second = b.take("r1", "111122223333").orElseThrow();

        assertThat(second.number()).isGreaterThan(first.number());
        assertThatThrownBy(() -> a.note(first, "111122223333.us-east-1", "late"))
                .isInstanceOf(Superseded.class)
                .hasMessage("another node has taken up the account 111122223333 of the run r1, or that run is over");
        assertThatThrownBy(() -> a.done(first)).isInstanceOf(Superseded.class);
        b.note(second, "111122223333.us-east-1", "two");
        b.done(second);
        assertThat(a.notes("r1", List.of())).containsExactly("one", "two");
        assertThat(a.notes("r1", List.of("444455556666"))).isEmpty();
        assertThat(a.pending("r1")).containsExactly("", "444455556666");
        assertThat(a.take("r1", "111122223333")).as("it is done").isEmpty();
        assertThatThrownBy(() -> b.note(second, "111122223333.us-west-2", "late"))
                .isInstanceOf(Superseded.class);
    }

    @Test
    void nothingIsNotedOfARunThatIsOver() throws Exception {
        a.open(R1);
        Turn turn = a.take("r1", "").orElseThrow();
        b.close("r1");

        assertThatThrownBy(() -> a.note(turn, "111122223333.global", "late"))
                .isInstanceOf(Superseded.class)
                .hasMessageStartingWith("another node has taken up the organization of the run r1");
        assertThat(a.take("r1", "")).isEmpty();
        assertThat(a.notes("r1", List.of())).isEmpty();
    }

    @Test
    void addingAccountsAgainForgetsNothing() throws Exception {
        a.open(R1);
        a.add("r1", List.of("111122223333"));
        a.done(a.take("r1", "111122223333").orElseThrow());
        b.add("r1", List.of("111122223333", "444455556666"));
        assertThat(b.pending("r1")).containsExactly("", "444455556666");
    }

    @Test
    void ofManyTurnsAtOnceOneGoesOn() throws Exception {
        a.open(R1);
        a.add("r1", List.of("111122223333"));
        List<Callable<String>> both = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            Shares node = n % 2 == 0 ? a : b;
            String note = "note " + n;
            both.add(() -> {
                Turn turn = node.take("r1", "111122223333").orElseThrow();
                try {
                    node.note(turn, "111122223333.turn-" + turn.number(), note);
                    return note;
                } catch (Superseded late) {
                    return "";
                }
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<String> noted = new ArrayList<>();
        try {
            for (Future<String> each : threads.invokeAll(both)) {
                noted.add(each.get());
            }
        } finally {
            threads.shutdownNow();
        }
        noted.removeIf(String::isEmpty);
        assertThat(noted).isNotEmpty();
        assertThat(a.notes("r1", List.of())).containsExactlyInAnyOrderElementsOf(noted);
        assertThat(a.take("r1", "111122223333").orElseThrow().number()).isEqualTo(41);
    }
}
