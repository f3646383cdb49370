package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.cli.HandClock;
import io.exhibit.cli.settings.SettingsReader;
import io.exhibit.console.door.Invitations.Invited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvitationShelfTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final Set<String> PACKS = Set.of("EH-2026-10", "EH-2026-09");

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock(NOW);
    private InvitationShelf shelf;
    private String ticket;

    @BeforeEach
    void invite() throws IOException {
        shelf = shelf();
        ticket = shelf.invite("Ann Auditor, Example LLP", PACKS, NOW.plus(Duration.ofDays(14)), new byte[32]);
    }

    /** As another process has it. */
    private InvitationShelf shelf() {
        return new InvitationShelf(SettingsReader.defaults(folder), clock);
    }

    private Path file(String name) {
        return folder.resolve("state/console").resolve(name);
    }

    @Test
    void itHoldsUntilItsEndInEveryProcess() throws IOException {
        Invited invited = shelf().open(ticket).orElseThrow();
        assertThat(invited.packs()).isEqualTo(PACKS);
        assertThat(invited.name()).isEqualTo("Ann Auditor, Example LLP");
        assertThat(shelf().open(ticket)).as("again").isPresent();
        clock.set(NOW.plus(Duration.ofDays(14)).minusSeconds(1));
        assertThat(shelf.open(ticket)).isPresent();
        clock.set(NOW.plus(Duration.ofDays(14)));
        assertThat(shelf.open(ticket)).isEmpty();
        assertThat(shelf.current(invited.id())).isEmpty();
        assertThat(shelf.all()).hasSize(1);
    }

    @Test
    void whatWasTakenBackHoldsNoLonger() throws IOException {
        String id = shelf.all().get(0).id();
        assertThat(shelf().revoke("none", "Jane Roe, Officer")).isFalse();
        assertThat(shelf().revoke(id, "Jane Roe, Officer")).isTrue();
        assertThat(shelf.open(ticket)).isEmpty();
        assertThat(shelf.current(id)).isEmpty();
        assertThat(shelf.all().get(0).revoked()).isEqualTo("Jane Roe, Officer, 2026-11-02T09:00:00Z");
        assertThat(shelf.revoke(id, "Otto Doe, Operator")).as("twice").isFalse();
    }

    /** Neither who can write the list nor who has the key invites anybody. */
    @Test
    void itTakesTheListAndTheKey() throws IOException {
        String list = Files.readString(file("invitations.json"));
        Files.writeString(file("invitations.json"), list.replace("EH-2026-09", "EH-2026-08"));
        assertThat(shelf.open(ticket)).as("the list says other packs").isEmpty();
        Files.writeString(file("invitations.json"), "[]");
        assertThat(shelf.open(ticket)).as("the list has it no more").isEmpty();
        Files.writeString(file("invitations.json"), "{");
        assertThatThrownBy(() -> shelf.open(ticket)).hasMessageContaining("nobody who was invited comes in");
        Files.writeString(file("invitations.json"), list);
        assertThat(shelf.open(ticket)).isPresent();
        Files.delete(file("invitations.pem"));
        assertThat(shelf.open(ticket)).as("the key is gone").isEmpty();
        shelf.invite("Bo Auditor, Example LLP", PACKS, NOW.plusSeconds(60), ConsoleCommand.drawn());
        assertThat(shelf.open(ticket)).as("another key").isEmpty();
    }

    @Test
    void listAndKeyAreForTheirOwnerAlone() throws IOException {
        for (String name : Set.of("invitations.json", "invitations.pem")) {
            assertThat(Files.getPosixFilePermissions(file(name)))
                    .as(name)
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
        assertThat(Files.readString(file("invitations.json"))).doesNotContain(ticket);
    }
}
