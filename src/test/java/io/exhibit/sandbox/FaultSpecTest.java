package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultSpecTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guardduty=denied",
                "inspector2.ListFindings@111122223333/eu-west-1=truncated",
                "access-analyzer.ListFindingsV2=loop#2",
                "iam@333344445555/global=scp-denied",
                "artifact.Download=wrong-operation"
            })
    void specReadsAsItIsWritten(String text) {
        assertThat(FaultSpec.parse(text)).hasToString(text);
    }

    @Test
    void absentPartsMeanEverywhereAndFromTheFirstPage() {
        assertThat(FaultSpec.parse("kms=slow")).isEqualTo(new FaultSpec("kms", "", "", "", FaultKind.SLOW, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guardduty", "guardduty=", "guardduty@1234=denied", "kms=denied#0", "kms = denied"})
    void badFormSaysWhatTheFormIs(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultSpec.parse(text))
                .withMessageContaining("service[.Operation][@account][/region]=kind[#page]");
    }

    @Test
    void unknownKindNamesTheKindsThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultSpec.parse("kms=broken"))
                .withMessageContaining("broken")
                .withMessageContaining("denied, scp-denied, throttled, throttled-once, error, bad-gateway, unavailable,"
                        + " gateway-timeout, slow, silent, endless, dropped, cut, empty, html, wrong-operation,"
                        + " error-in-200, truncated, loop, no-token, blank-page, repeated-item, reversed, expired,"
                        + " skewed");
    }

    @Test
    void unknownServiceOrOperationIsRefusedWithWhatThereIs() {
        SandboxOptions options = SandboxOptions.defaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbox.start(options.withFaults(List.of(FaultSpec.parse("lambda=denied"))))
                        .close())
                .withMessageContaining("access-analyzer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbox.start(options.withFaults(List.of(FaultSpec.parse("kms.ListKey=denied"))))
                        .close())
                .withMessageContaining("ListKeys");
    }
}
