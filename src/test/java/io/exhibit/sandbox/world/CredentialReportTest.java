package io.exhibit.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.sandbox.wire.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CredentialReportTest {
    private final World world = new World(
            new Digest(1), Instant.parse("2026-10-06T02:15:00Z"), new World.Size(7, 3, 0, 0, false, 0, false));

    @Test
    void everyRowHasTheTwentyTwoColumnsAndNoLineFollowsTheLast() {
        String text = text(Accounts.CLAIMS);
        assertThat(text).doesNotEndWith("\n").doesNotContain("\r");
        assertThat(text.lines())
                .hasSize(12)
                .allSatisfy(line -> assertThat(line.split(",")).hasSize(22));
    }

    @Test
    void rootComesFirstAndUsersAreInOrderWithoutRegardToCase() {
        List<String> users = text(Accounts.SANDBOX)
                .lines()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();
        assertThat(users).first().isEqualTo("<root_account>");
        assertThat(users.subList(1, users.size())).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void passwordThatIsGoneLeavesNoDates() {
        String leaver = text(Accounts.PORTAL)
                .lines()
                .filter(line -> line.startsWith("j.lindqvist"))
                .findFirst()
                .orElseThrow();
        assertThat(leaver)
                .contains(":user/j.lindqvist,2022-01-10T08:00:00Z,false,N/A,N/A,N/A,false,true,2026-08-11T09:00:00Z,");
    }

    @Test
    void rootWithoutPasswordHasNoInformation() {
        assertThat(text(Accounts.CLAIMS))
                .contains(":root,2020-09-14T12:20:00Z,false,no_information,N/A,not_supported,false,");
    }

    private String text(String account) {
        return new String(CredentialReport.of(world, account), StandardCharsets.UTF_8);
    }
}
