package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.sandbox.wire.Digest;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Weakness;
import io.exhibit.sandbox.world.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ScaleTest {
    private static final int MILLION = 1_000_000;

    @Test
    void millionFindingsAreMadeOnlyWhenLookedAt() {
        List<Weakness> all = findings(Calls.NOON);
        assertThat(all).hasSizeGreaterThan(MILLION - 12);
        assertThat(all.get(999_900).id())
                .isEqualTo(findings(Calls.NOON).get(999_900).id());
    }

    @Test
    void furtherFindingIsTheSameOneOnEveryDayAndMayCloseMeanwhile() {
        List<Weakness> before = findings(Calls.NOON);
        List<Weakness> after = findings(Calls.NOON.plusSeconds(86_400));
        int closed = 0;
        for (int i = 500; i < 1500; i++) {
            assertThat(after.get(i).id()).isEqualTo(before.get(i).id());
            assertThat(after.get(i).first()).isEqualTo(before.get(i).first());
            closed += before.get(i).status().equals("ACTIVE")
                            && after.get(i).status().equals("CLOSED")
                    ? 1
                    : 0;
        }
        assertThat(closed).isPositive();
    }

    @Test
    void pagesOfManyFindingsDoNotOverlapOrLeaveOut() throws Exception {
        SandboxOptions many = SandboxOptions.defaults().withNow(Calls.NOON).withFindings(2_000);
        try (Sandbox sandbox = Sandbox.start(many)) {
            Probe probe = Probe.of(sandbox).in(Accounts.CLAIMS);
            Set<String> arns = new HashSet<>();
            String token = "";
            int pages = 0;
            do {
                String next = token.isEmpty() ? "" : ",\"nextToken\":\"" + token + "\"";
                JsonNode page = probe.post("inspector2", "/findings/list", "{\"maxResults\":100" + next + "}")
                        .json();
                page.path("findings")
                        .forEach(finding -> arns.add(finding.path("findingArn").asText()));
                token = page.path("nextToken").asText();
                pages++;
            } while (!token.isEmpty());
            assertThat(pages).isEqualTo(20);
            assertThat(arns).hasSizeBetween(1_990, 2_000);
        }
    }

    @Test
    void usersAreAddedToTheBiggestAccountOnly() {
        World world = new World(new Digest(1), Calls.NOON, new World.Size(7, 3, 500, 0, false));
        assertThat(world.users(Accounts.CLAIMS)).hasSize(500);
        assertThat(world.users(Accounts.PORTAL)).hasSize(6);
    }

    private static List<Weakness> findings(Instant now) {
        return new World(new Digest(1), now, new World.Size(7, 3, 0, MILLION, false))
                .weaknesses(Accounts.CLAIMS, "us-east-1");
    }
}
