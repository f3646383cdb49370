package io.exhibit.run.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each cause is told once, when it changes, and when it is over; to every channel, whatever becomes of the others. */
class NoticesTest {

    private static final Instant NOON = Instant.parse("2026-10-05T12:00:00Z");
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Kept kept = new Kept();
    private final Ear mail = new Ear("mail");
    private final Ear hook = new Ear("hook");
    private Instant now = NOON;

    @Test
    void aCauseIsToldWhenItOpensChangesAndIsOverAndNotInBetween() throws IOException {
        look(alarm("a", "1"));
        look(alarm("a", "1"));
        look(alarm("a", "2"));
        look(alarm("a", "2"));
        look();
        look();

        assertThat(mail.told).containsExactly("OPENED a", "CHANGED a", "OVER a");
        assertThat(hook.told).isEqualTo(mail.told);
    }

    @Test
    void whatIsNewAtOneLookIsOneMessage() throws IOException {
        look(alarm("a", "1"), alarm("b", "1"), alarm("c", "1"));

        assertThat(mail.told).containsExactly("OPENED a OPENED b OPENED c");
        assertThat(mail.subjects).containsExactly("exhibit/EH: a (and 2 more)");
    }

    @Test
    void aChannelThatFailsGetsAllOfItLaterAndTheOtherNothingTwice() throws IOException {
        hook.deaf = true;
        look(alarm("a", "1"));
        String id = hook.ids.get(0);
        look(alarm("a", "1"), alarm("b", "1"));
        look(alarm("b", "1"));
        hook.deaf = false;
        look(alarm("b", "1"));
        look(alarm("b", "1"));

        assertThat(mail.told).containsExactly("OPENED a", "OPENED b OPENED notice", "OVER a", "OVER notice");
        assertThat(hook.told).containsExactly("OPENED a OPENED b OPENED notice OVER a", "OVER notice");
        assertThat(id).as("of the first try").isEqualTo(mail.ids.get(0));
    }

    @Test
    void whatCannotBeLookedAtIsNotOver() throws IOException {
        look(alarm("a", "1"));
        notices().tell(List.of(), kind -> kind != AlarmKind.BLIND, now);
        assertThat(mail.told).containsExactly("OPENED a");

        look();
        assertThat(mail.told).containsExactly("OPENED a", "OVER a");
    }

    @Test
    void whatWasOverBeforeAnybodyWasToldIsNotToldAndWhatIsOverSinceIsToldOnce() throws IOException {
        Alarm early = alarm("early", "1").over(NOON.minus(Duration.ofDays(3)));
        look(early);
        assertThat(mail.told).isEmpty();

        Alarm late = alarm("late", "1").over(NOON);
        look(early, late);
        look(early, late);
        assertThat(mail.told).containsExactly("OVER late");
    }

    @Test
    void whatNobodyKnowsSinceWhenIsNotToldButKeepsWhatWasTold() throws IOException {
        look(alarm("old", "1").known(), alarm("a", "1"));
        look(alarm("old", "1").known(), alarm("a", "2").known());
        look();

        assertThat(mail.told).containsExactly("OPENED a", "OVER a");
    }

    @Test
    void aChannelThatTheSettingsNoLongerNameIsNotWaitedFor() throws IOException {
        hook.deaf = true;
        look(alarm("a", "1"));
        new Notices("exhibit/EH", UTC, kept, List.of(mail)).tell(List.of(alarm("a", "1")), kind -> true, now);

        assertThat(kept.told.orElseThrow().waiting().keySet()).isEqualTo(Set.of("mail"));
        assertThat(mail.told).containsExactly("OPENED a");
    }

    private Notices notices() {
        return new Notices("exhibit/EH", UTC, kept, List.of(mail, hook));
    }

    /** One look of a node that has just begun: only what is kept connects it with the one before. */
    private void look(Alarm... alarms) throws IOException {
        notices().tell(List.of(alarms), kind -> true, now);
        now = now.plus(Duration.ofHours(1));
    }

    private static Alarm alarm(String what, String state) {
        return Alarm.on(AlarmKind.BLIND, what, NOON, state, what, List.of());
    }

    private static final class Kept implements Told.Shelf {
        Optional<Told> told = Optional.empty();

        @Override
        public Optional<Told> load() {
            return told.map(t -> new Told(t.going(), t.past(), t.waiting()));
        }

        @Override
        public void keep(Told now) {
            told = Optional.of(new Told(now.going(), now.past(), now.waiting()));
        }
    }

    private static final class Ear implements Channel {
        final List<String> told = new ArrayList<>();
        final List<String> subjects = new ArrayList<>();
        final List<String> ids = new ArrayList<>();
        private final String name;
        boolean deaf;

        Ear(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String check() {
            return "";
        }

        @Override
        public void send(Message message) throws IOException {
            ids.add(message.id());
            if (deaf) {
                throw new IOException("nobody there");
            }
            subjects.add(message.subject());
            told.add(String.join(
                    " ",
                    message.news().stream()
                            .map(each ->
                                    each.event() + " " + (each.kind() == AlarmKind.NOTICE ? "notice" : each.headline()))
                            .toList()));
        }
    }
}
