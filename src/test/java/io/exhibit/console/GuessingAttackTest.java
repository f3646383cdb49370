package io.exhibit.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.console.door.Role;
import io.exhibit.console.door.Visitor;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody tries until it fits (brute force), or until nobody else gets an answer. */
@OneJdk
final class GuessingAttackTest {

    private static final int GUESSES = 400;

    @TempDir
    Path folder;

    private Room room;
    private int guesses;

    @BeforeEach
    void open() throws IOException {
        room = new Room(folder);
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    /** Looks like what a room draws, and comes from elsewhere: dice of the same seed as the room's would guess right at once. */
    private String guess() {
        return Sha256.hex(("guess " + guesses++).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void ticketsAreNotGuessed() throws IOException {
        String ticket = room.ticket(Visitor.withEveryRole("waits"));
        Map<Integer, Integer> statuses = new HashMap<>();
        for (int n = 0; n < GUESSES; n++) {
            Ask.Answer answer = room.ask(room.button(guess()));
            Attacks.assertRefused(answer, 401, 429);
            statuses.merge(answer.status(), 1, Integer::sum);
        }
        // 400 guesses in 16 seconds of the clock: ten at once, and one more each six seconds.
        assertThat(statuses.get(401)).isLessThanOrEqualTo(13);
        assertThat(statuses.get(429)).isGreaterThan(300);

        room.pass(Duration.ofMinutes(1));
        assertThat(room.ask(room.button(ticket)).token())
                .as("the right one still works")
                .isNotEmpty();
    }

    @Test
    void tokensAreNotGuessed() throws IOException {
        Room.Visit visit = room.enter(Role.VIEWER);
        for (int n = 0; n < GUESSES; n++) {
            Attacks.assertRefused(room.get(new Room.Visit(guess(), ""), Room.HOME), 401, 429);
        }
        assertThat(room.isIn(visit)).isTrue();
    }

    @Test
    void theWordOfASessionIsNotGuessed() throws IOException {
        Room.Visit visit = room.enter(Role.VIEWER);
        for (int n = 0; n < GUESSES; n++) {
            Attacks.assertRefused(room.ask(room.own(new Room.Visit(visit.token(), guess()), "/leave", "")), 403, 429);
        }
        room.pass(Duration.ofSeconds(5));
        assertThat(room.isIn(visit)).isTrue();
    }

    /** On loopback everybody has the same address, and any page in any browser of this host can ask for ours, though not read it. */
    @Test
    void aFloodFromElsewhereDoesNotKeepOutWhoIsIn() throws IOException {
        Room.Visit visit = room.enter(Role.VIEWER);
        int refused = 0;
        for (int n = 0; n < GUESSES; n++) {
            Ask.Answer answer = Ask.get("/enter").with("Host", room.host()).of(room.console.address());
            refused += answer.status() == 429 ? 1 : 0;
        }
        assertThat(refused).as("a flood is slowed").isGreaterThan(GUESSES / 4);
        assertThat(room.ask(room.by(visit, Ask.get(Room.HOME))).status()).isEqualTo(200);
    }

    @Test
    void whoIsInIsSlowedTooAndGoesOnAMomentLater() throws IOException {
        Room.Visit visit = room.enter(Role.VIEWER);
        Ask.Answer last = null;
        for (int n = 0; n < GUESSES && (last == null || last.status() == 200); n++) {
            last = room.by(visit, Ask.get("/static/icon.svg"))
                    .with("Host", room.host())
                    .of(room.console.address());
        }
        Attacks.assertRefused(last, 429);
        assertThat(last.body()).contains("Wait a moment");
        room.pass(Duration.ofSeconds(1));
        assertThat(room.isIn(visit)).isTrue();
    }
}
