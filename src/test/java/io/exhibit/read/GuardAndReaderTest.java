package io.exhibit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.exhibit.collect.AnswerGuard;
import io.exhibit.collect.GuardProbe;
import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Exchange;
import io.exhibit.read.wire.AnswerReader;
import io.exhibit.read.wire.Notes;
import io.exhibit.read.wire.Selection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guard believes, the reader reads, on every JDK; their limits on references and levels differ. */
class GuardAndReaderTest {

    private static final Catalog CATALOG = CatalogFile.load();
    private static final String OPERATION = "ec2:DescribeSecurityGroups";

    private static String refusal(byte[] answer) {
        return GuardProbe.refusal(
                new AnswerGuard(CATALOG),
                CATALOG.sourceOf("ec2.security-groups").operation(OPERATION),
                new Exchange.Response(200, Map.of(), answer));
    }

    private static byte[] group(String within) {
        return ("<DescribeSecurityGroupsResponse><requestId>r</requestId><securityGroupInfo><item><groupId>sg-1</groupId>"
                        + within + "</item></securityGroupInfo></DescribeSecurityGroupsResponse>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#38;", "&amp;", "&#x10000;"})
    void anyNumberOfReferencesIsBelievedAndRead(String reference) {
        byte[] answer = group("<groupDescription>" + reference.repeat(300_000) + "</groupDescription>");
        assertThat(refusal(answer)).isEmpty();
        assertThatCode(() -> new AnswerReader(CATALOG).read(OPERATION, answer, Selection.WHOLE, new Notes()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 90, 150, 250, 5000})
    void whatIsTooDeepForTheReaderIsNotBelieved(int levels) {
        byte[] answer = group("<x>".repeat(levels) + "</x>".repeat(levels));
        assertThat(refusal(answer).isEmpty()).isEqualTo(levels < 100);
        assertThatCode(() -> new AnswerReader(CATALOG).read(OPERATION, answer, Selection.WHOLE, new Notes()))
                .doesNotThrowAnyException();
    }
}
