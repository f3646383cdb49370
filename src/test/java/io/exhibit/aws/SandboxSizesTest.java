package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord.Account;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An organization of any size answers what its sources ask, in the middle of the month, when the story has begun. Here the smallest, the
 * largest, and one in which an account is suspended; {@code -Dexhibit.sizes=all} takes each from one account to eight.
 */
@OneJdk
class SandboxSizesTest {

    private static final Instant MIDDLE = Instant.parse("2026-10-16T02:15:00Z");

    static IntStream sizes() {
        return "all".equals(System.getProperty("exhibit.sizes")) ? IntStream.rangeClosed(1, 8) : IntStream.of(1, 6, 8);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyListIsAnsweredWithoutAFaultOfTheSandbox(int accounts) throws IOException {
        SandboxOptions options =
                SandboxOptions.defaults().withAccounts(accounts).withNow(MIDDLE);
        try (Sandbox sandbox = Sandbox.start(options);
                Collecting aws = new Collecting(sandbox.endpoint())) {
            assertThat(aws.landscape.enter()).isEmpty();
            List<Exchange> exchanges = new ArrayList<>(asked(aws, Target.global(Collecting.CALLER)));
            List<Account> active = aws.landscape.accounts().stream()
                    .filter(account -> !account.state().equals("SUSPENDED"))
                    .toList();
            for (Account account : active) {
                Target global = Target.global(account.id());
                if (!account.id().equals(Collecting.CALLER)) {
                    assertThat(aws.landscape.assume(account.id())).isEmpty();
                    exchanges.addAll(asked(aws, global));
                }
                exchanges.addAll(asked(aws, new Target(account.id(), "us-east-1")));
            }
            // Two of the seven are suspended.
            assertThat(active).hasSize(accounts <= 5 ? accounts : accounts - Math.min(2, accounts - 5));
            assertThat(exchanges.stream().map(exchange -> exchange.call().operation()))
                    .as("operations, with %s accounts", accounts)
                    .satisfies(
                            operations -> assertThat(new TreeSet<>(operations)).hasSizeGreaterThan(90));
            assertThat(exchanges)
                    .filteredOn(exchange ->
                            exchange.response() == null || exchange.response().status() >= 500)
                    .extracting(exchange -> exchange.call().toString())
                    .isEmpty();
        }
    }

    private static List<Exchange> asked(Collecting aws, Target target) {
        return AwsCollectors.sources().stream()
                .filter(source -> source.scope() == Source.Scope.REGION
                        ? !target.isGlobal()
                        : target.isGlobal()
                                && (source.scope() == Source.Scope.ACCOUNT
                                        || target.account().equals(Collecting.CALLER)))
                .flatMap(source -> aws.collect(source.key(), target).exchanges().stream())
                .toList();
    }
}
