package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Target;
import io.exhibit.sandbox.Sandbox;
import io.exhibit.sandbox.SandboxOptions;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of any length is collected in the memory of a page. */
@OneJdk
class LongListTest {

    private static final Target FULL = new Target(Collecting.WORKLOAD, "us-east-1");

    @ParameterizedTest
    @CsvSource({"inspector2.findings, 2500, 25", "guardduty.findings, 1000, 41"})
    void noPageIsHeldWhenTheNextOneHasCome(String source, int findings, int exchanges) throws Exception {
        SandboxOptions many = SandboxOptions.defaults().withFindings(findings).withThreats(findings);
        try (Sandbox sandbox = Sandbox.start(many);
                Collecting aws = new Collecting(sandbox.endpoint())) {
            List<WeakReference<byte[]>> bodies = new ArrayList<>();
            List<Long> held = new ArrayList<>();
            Part part = aws.collect(source, FULL, (operation, paged, number) -> {}, exchange -> {
                bodies.add(new WeakReference<>(exchange.response().body()));
                if (bodies.size() % 10 == 0) {
                    System.gc();
                    held.add(bodies.stream().filter(body -> body.get() != null).count());
                }
            });
            assertThat(part.gaps()).isEmpty();
            assertThat(part.items()).isBetween(findings - 12L, (long) findings);
            assertThat(bodies).hasSize(exchanges);
            // The one that is being written, and the one whose findings are asked for.
            assertThat(held)
                    .hasSize(exchanges / 10)
                    .allSatisfy(count -> assertThat(count).isBetween(1L, 2L));
        }
    }
}
