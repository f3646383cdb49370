package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.sandbox.Probe.Reply;
import io.exhibit.sandbox.world.Accounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that a careful client comes through, and those that have no end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultedPagesTest {
    private Sandbox sandbox;

    @BeforeAll
    void open() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().withNow(Calls.NOON));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void throttledOnceAnswersWhenItIsAskedAgain() throws Exception {
        sandbox.faults(List.of(FaultSpec.parse("kms.ListKeys=throttled-once")));
        assertThat(Calls.all().get("kms.ListKeys").on(Probe.of(sandbox)).status())
                .isEqualTo(400);
        assertThat(Calls.all().get("kms.ListKeys").on(Probe.of(sandbox)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "endless"})
    void anAnswerThatDoesNotEndOutlastsTheClientsPatience(String kind) {
        sandbox.faults(List.of(FaultSpec.parse("iam.GetAccountSummary=" + kind)));
        assertThatThrownBy(() -> Calls.all()
                        .get("iam.GetAccountSummary")
                        .on(Probe.of(sandbox).waiting(Duration.ofMillis(400))))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void pagesCanBeEmptyOrOverlapOrComeTheOtherWayRoundAndNothingIsLost() throws Exception {
        List<String> accounts = accounts("");
        assertThat(accounts).hasSizeGreaterThan(4).doesNotHaveDuplicates();
        assertThat(accounts("blank-page#2")).isEqualTo(accounts);
        assertThat(accounts("reversed"))
                .containsExactlyInAnyOrderElementsOf(accounts)
                .isNotEqualTo(accounts);
        assertThat(accounts("repeated-item#2"))
                .hasSize(accounts.size() + 1)
                .containsOnlyOnceElementsOf(accounts.subList(2, accounts.size()));
    }

    @Test
    void aListCanSayThatMoreFollowsAndNotWhere() throws Exception {
        sandbox.faults(List.of(FaultSpec.parse("kms.ListKeys=no-token")));
        Reply reply = Probe.of(sandbox).in(Accounts.CLAIMS).json("kms", "TrentService.ListKeys", "{\"Limit\":1}");
        assertThat(reply.json().path("Truncated").asBoolean()).isTrue();
        assertThat(reply.json().has("NextMarker")).isFalse();
    }

    private List<String> accounts(String kind) throws Exception {
        sandbox.faults(kind.isEmpty() ? List.of() : List.of(FaultSpec.parse("organizations.ListAccounts=" + kind)));
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            Reply page = Probe.of(sandbox)
                    .json("organizations", "AWSOrganizationsV20161128.ListAccounts", "{\"MaxResults\":2" + next + "}");
            page.json()
                    .path("Accounts")
                    .forEach(account -> ids.add(account.path("Id").asText()));
            next = page.json().has("NextToken")
                    ? ",\"NextToken\":\"" + page.json().path("NextToken").asText() + "\""
                    : "";
        } while (!next.isEmpty());
        return ids;
    }
}
