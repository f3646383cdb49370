package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.aws.Collecting.Collected;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Exchange.Outcome;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.FaultKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Every kind of fault, on every operation that is called, on its first and on its later pages. */
class FaultMatrixTest {

    private static final int WORKERS = 6;

    private record Case(Source source, Operation operation, FaultKind kind, int page) {

        String spec() {
            // The sandbox knows a service by its name in the signature.
            return operation.name().replace(':', '.').replaceFirst("^cloudwatch", "monitoring") + "=" + kind.word()
                    + "#" + page;
        }
    }

    private final Map<String, Collected> faultless = new HashMap<>();

    @Test
    void everyFaultIsOneGapOfItsCallAndHarmsNothingElse(TestReporter reporter) throws Exception {
        long start = System.nanoTime();
        List<Case> cases = cases();
        List<String> wrong = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<List<String>>> shares = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                int first = worker;
                shares.add(workers.submit(() -> share(cases, first)));
            }
            for (Future<List<String>> share : shares) {
                wrong.addAll(share.get());
            }
        } finally {
            workers.shutdownNow();
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        reporter.publishEntry("fault cases", cases.size() + " in " + seconds + " s");
        assertThat(wrong).as(cases.size() + " cases in " + seconds + " s").isEmpty();
        assertThat(cases.size()).isGreaterThan(600);
    }

    @Test
    void everyFaultOfWhoAsksAndOfItsRolesIsOneGapToo() {
        try (Demo demo = Demo.withSmallPages()) {
            for (FaultKind kind : FaultKind.values()) {
                if (kind == FaultKind.LOOP) {
                    continue; // Neither has pages.
                }
                boolean denied = kind == FaultKind.DENIED || kind == FaultKind.SCP_DENIED;
                demo.faults("sts.AssumeRole=" + kind.word());
                demo.aws.landscape.enter();
                assertThat(demo.aws.landscape.assume(Collecting.WORKLOAD))
                        .as("AssumeRole=" + kind.word())
                        .get()
                        .extracting(Gap::cause)
                        .isEqualTo(denied ? Cause.ASSUME_ROLE_DENIED : cause(kind));
                demo.faults("sts.GetCallerIdentity=" + kind.word());
                assertThat(demo.aws.landscape.enter())
                        .as("GetCallerIdentity=" + kind.word())
                        .get()
                        .extracting(Gap::cause)
                        .isEqualTo(cause(kind));
            }
        }
    }

    /** A role's keys are renewed while its account is being asked. */
    @Test
    void keysThatDoNotComeWhileAnAccountIsAskedAreAGapOfTheCall() {
        try (Demo demo = Demo.withSmallPages()) {
            demo.faults("sts.AssumeRole=wrong-operation");
            assertThat(demo.aws
                            .collect("iam.account-summary", Target.global(Collecting.WORKLOAD))
                            .part()
                            .gaps())
                    .singleElement()
                    .extracting(Gap::cause)
                    .isEqualTo(Cause.MALFORMED);
        }
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        try (Demo demo = Demo.withSmallPages()) {
            for (Source source : AwsCollectors.sources()) {
                Collected collected = demo.aws.collect(source.key(), Collecting.target(source));
                assertThat(collected.part().gaps()).as(source.key()).isEmpty();
                faultless.put(source.key(), collected);
                for (Operation operation : source.operations()) {
                    long asked = asked(collected, operation);
                    for (FaultKind kind : FaultKind.values()) {
                        // A document's address is no operation of AWS's: DownloadsTest.
                        for (int page = 1; page <= Math.min(2, asked) && !isDownload(operation); page++) {
                            cases.add(new Case(source, operation, kind, page));
                        }
                    }
                }
            }
        }
        return cases;
    }

    private List<String> share(List<Case> cases, int first) throws ExecutionException {
        List<String> wrong = new ArrayList<>();
        try (Demo demo = Demo.withSmallPages()) {
            for (int i = first; i < cases.size(); i += WORKERS) {
                Case c = cases.get(i);
                verdict(demo, c).ifPresent(why -> wrong.add(c.source().key() + " " + c.spec() + ": " + why));
            }
        }
        return wrong;
    }

    private Optional<String> verdict(Demo demo, Case c) {
        demo.faults(c.spec());
        Collected collected = demo.aws.collect(c.source().key(), Collecting.target(c.source()));
        List<Gap> gaps = collected.part().gaps();
        if (gaps.isEmpty()) {
            // There was no such page, or nothing to loop over: then nothing may be missing, also of the details.
            List<String> all = believed(faultless.get(c.source().key()));
            return believed(collected).equals(all) ? Optional.empty() : Optional.of("answers lost without a gap");
        }
        String faulted = c.operation().name();
        Cause cause = cause(c.kind());
        if (faulted.equals("iam:GenerateCredentialReport")) {
            gaps = gaps.stream().filter(gap -> !isReportThatWasNeverMade(gap)).toList();
        }
        for (Gap gap : gaps) {
            if (!gap.call().operation().equals(faulted) || gap.cause() != cause && !isHalfAnError(gap, c.kind())) {
                return Optional.of("unexpected " + gap);
            }
        }
        if (gaps.stream().map(Gap::call).distinct().count() < gaps.size()) {
            return Optional.of("more than one gap for a call: " + gaps);
        }
        String witness = faulted.startsWith("ec2:") ? "sts.caller-identity" : "ec2.regions";
        List<Gap> others = demo.aws
                .collect(witness, Collecting.target(demo.aws.collector(witness).source()))
                .part()
                .gaps();
        return others.isEmpty() ? Optional.empty() : Optional.of("harms " + others);
    }

    /** S3 says with an error that a bucket has no such setting; of half of that error only its status is known. */
    private static boolean isHalfAnError(Gap gap, FaultKind kind) {
        return kind == FaultKind.TRUNCATED
                && gap.cause() == Cause.FAILED
                && gap.message().equals("HTTP status 404");
    }

    private static boolean isReportThatWasNeverMade(Gap gap) {
        return gap.call().operation().equals("iam:GetCredentialReport") && gap.cause() == Cause.NOT_READY;
    }

    private static Cause cause(FaultKind kind) {
        return switch (kind) {
            case DENIED -> Cause.IDENTITY_DENIED;
            case SCP_DENIED -> Cause.SCP_DENIED;
            case THROTTLED -> Cause.THROTTLED;
            case ERROR -> Cause.FAILED;
            case SLOW -> Cause.TIMED_OUT;
            case EMPTY, HTML, WRONG_OPERATION, TRUNCATED -> Cause.MALFORMED;
            case LOOP -> Cause.LOOPING;
            case EXPIRED -> Cause.CREDENTIALS;
        };
    }

    private static List<String> believed(Collected collected) {
        return collected.exchanges().stream()
                // How often it is asked for depends on whether an earlier case had it made.
                .filter(e -> !e.call().operation().equals("iam:GenerateCredentialReport"))
                .filter(e -> e.outcome() == Outcome.ANSWER || e.outcome() == Outcome.FACT)
                .map(e -> e.call() + " " + e.page())
                .sorted()
                .toList();
    }

    private static long asked(Collected collected, Operation operation) {
        return collected.exchanges().stream()
                .filter(exchange -> exchange.call().operation().equals(operation.name()))
                .count();
    }

    private static boolean isDownload(Operation operation) {
        return operation.shortName().startsWith("Download");
    }
}
