package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.sandbox.wire.Digest;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Threat;
import io.exhibit.sandbox.world.Weakness;
import io.exhibit.sandbox.world.World;
import java.time.Instant;
import java.util.ArrayList;
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
    void everyAccountHasAsManyFindingsWhenTheyAreAlike() {
        World world = new World(new Digest(1), Calls.NOON, new World.Size(25, 3, 0, 1_000, true, 0, false));
        assertThat(world.accounts())
                .hasSize(25)
                .allMatch(account -> world.weaknesses(account.id(), "us-east-1").size() > 990)
                .allMatch(account -> world.weaknesses(account.id(), "eu-west-1").size() < 10);
    }

    @Test
    void threatsAreMadeOnlyWhenLookedAtAndFoundByTheirIds() {
        World world = new World(new Digest(1), Calls.NOON, new World.Size(7, 3, 0, 0, false, MILLION, false));
        List<Threat> all = world.threats(Accounts.CLAIMS, "us-east-1");
        assertThat(all).hasSizeBetween(MILLION - 3, MILLION);
        Threat late = all.get(999_900);
        Threat early = all.get(17);
        String nobodys = early.id().replaceFirst("^.", early.id().startsWith("0") ? "1" : "0");
        assertThat(world.threats(Accounts.CLAIMS, "us-east-1", Set.of(late.id(), early.id(), nobodys)))
                .containsExactly(early, late);
        assertThat(world.threats(Accounts.CLAIMS, "us-west-2", Set.of(late.id())))
                .isEmpty();
    }

    @Test
    void everyPageOfThreatsIsDescribed() throws Exception {
        SandboxOptions many = SandboxOptions.defaults().withNow(Calls.NOON).withThreats(500);
        try (Sandbox sandbox = Sandbox.start(many)) {
            Probe probe = Probe.of(sandbox).in(Accounts.CLAIMS);
            String path = "/detector/"
                    + new World(new Digest(1), Calls.NOON, new World.Size(7, 3, 0, 0, false, 500, false))
                            .detector(Accounts.CLAIMS, "us-east-1")
                            .orElseThrow()
                    + "/findings";
            Set<String> seen = new HashSet<>();
            String token = "";
            do {
                JsonNode page = probe.post("guardduty", path, "{\"maxResults\":50,\"nextToken\":\"" + token + "\"}")
                        .json();
                List<String> listed = new ArrayList<>();
                page.path("findingIds").forEach(id -> listed.add(id.asText()));
                JsonNode described = probe.post(
                                "guardduty", path + "/get", "{\"findingIds\":" + page.path("findingIds") + "}")
                        .json()
                        .path("findings");
                assertThat(described)
                        .extracting(finding -> finding.path("id").asText())
                        .isEqualTo(listed);
                seen.addAll(listed);
                token = page.path("nextToken").asText();
            } while (!token.isEmpty());
            assertThat(seen).hasSizeBetween(497, 500);
        }
    }

    @Test
    void usersAreAddedToTheBiggestAccountOnly() {
        World world = new World(new Digest(1), Calls.NOON, new World.Size(7, 3, 500, 0, false, 0, false));
        assertThat(world.users(Accounts.CLAIMS)).hasSize(500);
        assertThat(world.users(Accounts.PORTAL)).hasSize(6);
    }

    private static List<Weakness> findings(Instant now) {
        return new World(new Digest(1), now, new World.Size(7, 3, 0, MILLION, false, 0, false))
                .weaknesses(Accounts.CLAIMS, "us-east-1");
    }
}
