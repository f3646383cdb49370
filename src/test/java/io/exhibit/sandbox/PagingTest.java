package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.sandbox.Probe.Reply;
import io.exhibit.sandbox.world.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PagingTest {
    private static final String LIST_ACCOUNTS = "AWSOrganizationsV20161128.ListAccounts";

    private Sandbox sandbox;
    private Probe probe;

    @BeforeEach
    void open() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().withNow(Calls.NOON).withAccounts(50));
        probe = Probe.of(sandbox);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void organizationsGivesAnEmptyPageInTheMiddle() throws Exception {
        List<Integer> sizes = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = accounts(token).json();
            sizes.add(page.path("Accounts").size());
            token = page.path("NextToken").asText();
        } while (!token.isEmpty());
        assertThat(sizes).containsExactly(4, 0, 20, 20, 6);
    }

    @Test
    void tokenIsBoundToItsOperation() throws Exception {
        String token = accounts("").json().path("NextToken").asText();
        Reply reply = probe.json("organizations", "AWSOrganizationsV20161128.ListRoots", with(token));
        assertThat(reply.json().path("__type").asText()).isEqualTo("InvalidInputException");
        assertThat(reply.json().path("Reason").asText()).isEqualTo("INVALID_NEXT_TOKEN");
    }

    @Test
    void tokenIsBoundToItsAccount() throws Exception {
        String token = accounts("").json().path("NextToken").asText();
        Reply reply = probe.in(Accounts.SECURITY).json("organizations", LIST_ACCOUNTS, with(token));
        assertThat(reply.json().path("__type").asText()).isEqualTo("InvalidInputException");
    }

    @Test
    void tokenExpiresAsTimePasses() throws Exception {
        String token = accounts("").json().path("NextToken").asText();
        sandbox.now(Calls.NOON.plusSeconds(3600));
        assertThat(accounts(token).status()).isEqualTo(200);
        sandbox.now(Calls.NOON.plusSeconds(3601));
        assertThat(accounts(token).json().path("Reason").asText()).isEqualTo("INVALID_NEXT_TOKEN");
    }

    @Test
    void madeUpTokenIsRefusedInEveryProtocol() throws Exception {
        Probe claims = probe.in(Accounts.CLAIMS);
        assertThat(claims.query("iam", "ListUsers", Map.of("Marker", "made-up")).body())
                .contains("<Code>ValidationError</Code>");
        assertThat(claims.query("ec2", "DescribeSecurityGroups", Map.of("NextToken", "made-up"))
                        .body())
                .contains("<Code>InvalidPaginationToken</Code>");
        assertThat(claims.json("kms", "TrentService.ListKeys", "{\"Marker\":\"made-up\"}")
                        .body())
                .contains("InvalidMarkerException");
        assertThat(claims.get("artifact", "/v1/report/list?nextToken=made-up").headers())
                .containsEntry("x-amzn-ErrorType", "ValidationException");
        assertThat(claims.get("guardduty", "/detector?nextToken=made-up").headers())
                .containsEntry("x-amzn-ErrorType", "BadRequestException");
    }

    @Test
    void pageSizeBeyondTheMaximumIsRefused() throws Exception {
        Probe claims = probe.in(Accounts.CLAIMS);
        assertThat(claims.query("iam", "ListUsers", Map.of("MaxItems", "1001")).status())
                .isEqualTo(400);
        assertThat(claims.query("ec2", "DescribeSecurityGroups", Map.of("MaxResults", "4"))
                        .status())
                .isEqualTo(400);
        assertThat(claims.json("kms", "TrentService.ListAliases", "{\"Limit\":101}")
                        .status())
                .isEqualTo(400);
        assertThat(claims.post("inspector2", "/findings/list", "{\"maxResults\":101}")
                        .body())
                .contains("Member must have value less than or equal to 100");
        assertThat(probe.json("organizations", LIST_ACCOUNTS, "{\"MaxResults\":21}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void lastPageOfGuardDutyFindingsHasAnEmptyToken() throws Exception {
        JsonNode page = Calls.all().get("guardduty.ListFindings").on(probe).json();
        assertThat(page.path("nextToken").isTextual()).isTrue();
        assertThat(page.path("nextToken").asText()).isEmpty();
    }

    @Test
    void authorizationDetailsEndAPageWhereTheKindChanges() throws Exception {
        Reply first =
                probe.in(Accounts.CLAIMS).query("iam", "GetAccountAuthorizationDetails", Map.of("MaxItems", "1000"));
        assertThat(first.body()).contains("<IsTruncated>true</IsTruncated>", "<RoleDetailList></RoleDetailList>");
    }

    private Reply accounts(String token) throws Exception {
        return probe.json("organizations", LIST_ACCOUNTS, token.isEmpty() ? "{}" : with(token));
    }

    private static String with(String token) {
        return "{\"NextToken\":\"" + token + "\"}";
    }
}
