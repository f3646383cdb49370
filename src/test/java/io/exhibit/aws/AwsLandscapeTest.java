package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.collect.ClockLag;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.RunRecord.Fact;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsLandscapeTest {

    @Test
    void knowsTheCallerFirstAndTheOrganizationOnceItIsCollected() {
        try (Demo demo = Demo.open()) {
            AwsLandscape landscape = demo.aws.landscape;
            assertThat(landscape.accounts()).containsExactly(new Account(Collecting.CALLER, "", "UNKNOWN", "", false));
            demo.aws.collect("organizations", Target.global(Collecting.CALLER));
            assertThat(landscape.organization()).isEqualTo("o-exh1b1torg");
            assertThat(landscape.accounts())
                    .contains(
                            new Account(Collecting.CALLER, "management", "ACTIVE", "/", true),
                            new Account(Collecting.WORKLOAD, "claims-prod", "ACTIVE", "/Workloads/Production", false))
                    .extracting(Account::state)
                    .contains("SUSPENDED");
        }
    }

    @Test
    void knowsTheEnabledRegionsOnceTheyAreCollected() {
        try (Demo demo = Demo.open()) {
            assertThat(demo.aws.landscape.regions(Collecting.WORKLOAD)).isEmpty();
            demo.aws.collect("ec2.regions", Target.global(Collecting.WORKLOAD));
            assertThat(demo.aws.landscape.regions(Collecting.WORKLOAD).orElseThrow())
                    .containsExactly("eu-west-1", "us-east-1", "us-west-2");
        }
    }

    @Test
    void aRoleThatMayNotBeTakenOnIsAGapOfItsOwnKind() {
        try (Demo demo = Demo.open()) {
            assertThat(demo.aws.landscape.assume(Collecting.CALLER)).isEmpty();
            assertThat(demo.aws.landscape.assume(Collecting.WORKLOAD)).isEmpty();
            assertThat(demo.aws.landscape.assume("999999999999"))
                    .get()
                    .extracting(Gap::cause)
                    .isEqualTo(Cause.ASSUME_ROLE_DENIED);
        }
    }

    @Test
    void aNewRunForgetsTheLastOne() {
        try (Demo demo = Demo.open()) {
            demo.aws.collect("organizations", Target.global(Collecting.CALLER));
            assertThat(demo.aws.landscape.enter()).isEmpty();
            assertThat(demo.aws.landscape.organization()).isEmpty();
            assertThat(demo.aws.landscape.accounts()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Date: yesterday\r\n", "Date:\r\n", ""})
    void anAnswerWithoutATimeThatCanBeReadIsNoComparison(String date) throws Exception {
        String who = "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/x</Arn>"
                + "<UserId>x</UserId><Account>111122223333</Account></GetCallerIdentityResult>"
                + "</GetCallerIdentityResponse>";
        System.setProperty("aws.accessKeyId", "AKIAEXAMPLE");
        System.setProperty("aws.secretAccessKey", "example");
        // The JDK's own server dates its answers.
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Collecting aws = new Collecting(AwsSettings.defaults()
                        .at(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                        .limited(Collecting.QUICK))) {
            Thread answering = new Thread(() -> answer(server, date, who));
            answering.start();
            assertThat(aws.landscape.enter()).isEmpty();
            answering.join();
            assertThat(aws.landscape.clockLag()).contains(ClockLag.UNKNOWN);
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    private static void answer(ServerSocket server, String date, String body) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[1 << 14]);
            String head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n" + date
                    + "Content-Length: " + body.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nobodyAnsweringIsToldAsAGap() throws IOException {
        try (Loopback gone = Loopback.answering(503, "busy");
                Collecting aws = new Collecting(gone.uri())) {
            assertThat(aws.landscape.enter()).get().extracting(Gap::cause).isEqualTo(Cause.FAILED);
        }
    }

    @Test
    void unitsThatContainEachOtherAreAGapAndNoEndlessWalk() throws IOException {
        Map<String, String> answers = Map.of(
                "DescribeOrganization", "{'Organization':{'Id':'o-1','MasterAccountId':'111122223333'}}",
                "ListRoots", "{'Roots':[{'Id':'r-1'}]}",
                "ListOrganizationalUnitsForParent", "{'OrganizationalUnits':[{'Id':'ou-1','Name':'a'}]}",
                "ListPolicies", "{'Policies':[]}");
        try (Loopback circle = new Loopback(exchange -> {
                    String asked = exchange.getRequestHeaders().getFirst("X-Amz-Target");
                    String answer = answers.getOrDefault(asked.substring(asked.indexOf('.') + 1), "{'Accounts':[]}");
                    Loopback.send(exchange, 200, answer.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
                });
                Collecting aws = new Collecting(circle.uri())) {
            aws.clients.credentials().caller(Collecting.CALLER, "arn:aws:iam::111122223333:role/x");
            assertThat(aws.collect("organizations", Target.global(Collecting.CALLER))
                            .part()
                            .gaps())
                    .singleElement()
                    .extracting(Gap::call, Gap::cause)
                    .containsExactly(Call.of("organizations:ListOrganizationalUnitsForParent", "ou-1"), Cause.LOOPING);
        }
    }

    @Test
    void anAccountWithoutAnOrganizationAnswersByFactsAlone() throws IOException {
        try (Sandbox alone = Sandbox.start(SandboxOptions.defaults().withAccounts(1));
                Collecting aws = new Collecting(alone.endpoint())) {
            aws.landscape.enter();
            Part part = aws.collect("organizations", Target.global(aws.landscape.caller()))
                    .part();
            assertThat(part.gaps()).isEmpty();
            assertThat(part.facts())
                    .hasSize(4)
                    .extracting(Fact::code)
                    .containsOnly("AWSOrganizationsNotInUseException");
            assertThat(aws.landscape.organization()).isEmpty();
        }
    }
}
