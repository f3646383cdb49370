package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.sandbox.Probe.Reply;
import io.exhibit.sandbox.world.Accounts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OneJdk
final class FaultsTest {
    private static final String CODES = "AccessDenied|AccessDeniedException|AuthorizationError|UnauthorizedOperation";
    private static final String THROTTLING =
            "Throttling|ThrottlingException|TooManyRequestsException|RequestLimitExceeded|SlowDown";
    private static final String EXPIRY = "ExpiredToken|ExpiredTokenException|RequestExpired";

    private Sandbox sandbox;

    @BeforeAll
    void open() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().withNow(Calls.NOON));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @BeforeEach
    void mend() {
        sandbox.faults(List.of());
    }

    static List<String> operations() {
        // GetReport asks for the terms first, so that its fault is tested by itself below.
        return Calls.all().keySet().stream()
                .filter(name -> !name.equals("artifact.GetReport"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationCanBeRefusedInItsOwnWords(String operation) throws Exception {
        assertCode(under(operation, "denied"), CODES).doesNotContain("service control policy");
        assertCode(under(operation, "scp-denied"), CODES)
                .contains(
                        "with an explicit deny in a service control policy: arn:aws:organizations::111122223333:policy/");
        assertCode(under(operation, "throttled"), THROTTLING);
        assertCode(under(operation, "expired"), EXPIRY);
        assertThat(under(operation, "error").status()).isEqualTo(500);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyBodyCanBeSpoiled(String operation) throws Exception {
        String good = call(operation).body();
        assertThat(under(operation, "empty")).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEmpty();
        });
        assertThat(under(operation, "html").body()).startsWith("<!DOCTYPE html>");
        assertThat(under(operation, "wrong-operation")).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isNotEqualTo(good);
        });
        String whole = call(operation).body();
        assertThat(under(operation, "truncated").body().length()).isBetween(1, whole.length() * 3 / 4);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationCanBeLostOnTheWayInAWayOfItsOwn(String operation) throws Exception {
        int length = call(operation).body().length();
        assertThat(List.of("bad-gateway", "unavailable", "gateway-timeout"))
                .extracting(kind -> under(operation, kind).status())
                .containsExactly(502, 503, 504);
        assertThatThrownBy(() -> under(operation, "dropped")).hasCauseInstanceOf(IOException.class);
        if (length > 1) {
            assertThatThrownBy(() -> under(operation, "cut")).hasCauseInstanceOf(IOException.class);
        }
        assertThat(under(operation, "error-in-200")).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers().getOrDefault("x-amzn-ErrorType", "") + reply.body())
                    .containsPattern(THROTTLING);
        });
        assertCode(
                under(operation, "skewed"),
                "SignatureDoesNotMatch|InvalidSignatureException|RequestExpired|RequestTimeTooSkewed");
    }

    static List<String> paged() {
        return Stream.of(Calls.PAGED, NetworkCalls.PAGED)
                .flatMap(Set::stream)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("paged")
    void loopNamesTheSameNextPageForEver(String operation) throws Exception {
        Reply first = under(operation, "loop");
        Reply again = call(operation);
        assertThat(token(first)).isNotEmpty().isEqualTo(token(again));
    }

    @Test
    void loopKeepsTheCredentialReportFromEverBeingReady() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(under("iam.GenerateCredentialReport", "loop").body()).contains("<State>INPROGRESS</State>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iam.GetAccountSummary", "ec2.DescribeRegions", "kms.ListKeys", "guardduty.ListDetectors"})
    void slowBodyOutlastsTheClientsPatience(String operation) {
        sandbox.faults(List.of(FaultSpec.parse(operation + "=slow")));
        assertThatThrownBy(() -> Calls.all().get(operation).on(Probe.of(sandbox).waiting(Duration.ofMillis(400))))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void faultOfTheSecondPageLeavesTheFirstOneAlone() throws Exception {
        sandbox.faults(List.of(FaultSpec.parse("organizations.ListAccounts=denied#2")));
        Probe probe = Probe.of(sandbox);
        Reply first = probe.json("organizations", "AWSOrganizationsV20161128.ListAccounts", "{\"MaxResults\":2}");
        assertThat(first.status()).isEqualTo(200);
        String next = "{\"MaxResults\":2,\"NextToken\":\"" + token(first) + "\"}";
        assertThat(probe.json("organizations", "AWSOrganizationsV20161128.ListAccounts", next)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void faultOfTheSecondCallLeavesTheFirstOneAlone() throws Exception {
        sandbox.faults(List.of(FaultSpec.parse("kms.DescribeKey=error#2")));
        assertThat(call("kms.DescribeKey").status()).isEqualTo(200);
        assertThat(call("kms.DescribeKey").status()).isEqualTo(500);
    }

    @Test
    void faultOfOneAccountAndRegionLeavesTheOthersAlone() throws Exception {
        sandbox.faults(List.of(FaultSpec.parse("guardduty@333344445555/eu-west-1=denied")));
        Probe claims = Probe.of(sandbox).in(Accounts.CLAIMS);
        assertThat(claims.at("eu-west-1").get("guardduty", "/detector").status())
                .isEqualTo(403);
        assertThat(claims.at("us-west-2").get("guardduty", "/detector").status())
                .isEqualTo(200);
        assertThat(claims.in(Accounts.SECURITY)
                        .at("eu-west-1")
                        .get("guardduty", "/detector")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void downloadCanFailWhileItsAddressIsGood() throws Exception {
        String address =
                call("artifact.GetReport").json().path("documentPresignedUrl").asText();
        assertThat(Probe.of(sandbox).unsigned(URI.create(address)).body())
                .startsWith("%PDF-1.4")
                .endsWith("%%EOF\n");
        sandbox.faults(List.of(FaultSpec.parse("artifact.Download=html")));
        assertThat(Probe.of(sandbox).unsigned(URI.create(address)).body()).startsWith("<!DOCTYPE html>");
        sandbox.faults(List.of(FaultSpec.parse("artifact.Download=denied")));
        assertThat(Probe.of(sandbox).unsigned(URI.create(address)).status()).isEqualTo(403);
    }

    private Reply under(String operation, String kind) throws Exception {
        sandbox.faults(List.of(FaultSpec.parse(operation + "=" + kind)));
        Reply reply = call(operation);
        if (!kind.equals("loop")) {
            sandbox.faults(List.of());
        }
        return reply;
    }

    private Reply call(String operation) throws Exception {
        return Calls.all().get(operation).on(Probe.of(sandbox));
    }

    private static AbstractStringAssert<?> assertCode(Reply reply, String codes) {
        assertThat(reply.status()).isGreaterThanOrEqualTo(400);
        String said = reply.headers().getOrDefault("x-amzn-ErrorType", "") + reply.body();
        assertThat(said).containsPattern("(<Code>|\"__type\":\"|^)(" + codes + ")\\b");
        return assertThat(said);
    }

    private static String token(Reply reply) {
        Matcher token = Pattern.compile(
                        "(?:\"(?:NextToken|nextToken|NextMarker)\":\"|<(?:Marker|NextMarker|nextToken|NextToken|ContinuationToken)>)([\\w-]+)")
                .matcher(reply.body());
        return token.find() ? token.group(1) : "";
    }
}
