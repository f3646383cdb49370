package io.exhibit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.RunRecord;
import io.exhibit.evidence.Sha256;
import io.exhibit.evidence.Target;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

class UnitFileTest {

    private static byte[] frames(List<Exchange> exchanges) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ExchangeWriter writer = new ExchangeWriter("r1", SampleRun.REGION, SampleRun.KEYS, out)) {
            for (Exchange exchange : exchanges) {
                writer.write(exchange);
            }
        }
        return out.toByteArray();
    }

    private static String text(byte[] frames) {
        return new String(Zstd.decompress(frames, 1 << 20), StandardCharsets.UTF_8);
    }

    private static List<Exchange> read(byte[] frames) throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        new ExchangeReader("unit").read(new ByteArrayInputStream(frames), exchanges::add);
        return exchanges;
    }

    /** Byte for byte what the page on the evidence format says. */
    @Test
    void exchangeIsTheseTwoRecords() throws IOException {
        assertThat(text(frames(SampleRun.keys().subList(0, 1)))).isEqualTo("""
                WARC/1.1
                Content-Length: 140
                Content-Type: application/http;msgtype=request
                Exhibit-Attempt: 1
                Exhibit-Call: kms:ListKeys
                Exhibit-Page: 1
                Exhibit-Source: kms.keys
                WARC-Concurrent-To: <urn:uuid:ANSWER>
                WARC-Date: 2026-10-05T02:15:00.123456789Z
                WARC-Payload-Digest: sha256:PAYLOAD1
                WARC-Record-ID: <urn:uuid:REQUEST>
                WARC-Target-URI: https://kms.eu-west-1.amazonaws.com/?a=b%20c
                WARC-Type: request

                POST /?a=b%20c HTTP/1.1
                Content-Length: 18
                Host: kms.eu-west-1.amazonaws.com
                X-Amz-Target: TrentService.DescribeKey

                Action=List&Page=1

                WARC/1.1
                Content-Length: 65
                Content-Type: application/http;msgtype=response
                Exhibit-Attempt: 1
                Exhibit-Call: kms:ListKeys
                Exhibit-Outcome: ANSWER
                Exhibit-Page: 1
                Exhibit-Request-Id: req-1
                Exhibit-Source: kms.keys
                WARC-Concurrent-To: <urn:uuid:REQUEST>
                WARC-Date: 2026-10-05T02:15:00.123456789Z
                WARC-Payload-Digest: sha256:PAYLOAD2
                WARC-Record-ID: <urn:uuid:ANSWER>
                WARC-Target-URI: https://kms.eu-west-1.amazonaws.com/?a=b%20c
                WARC-Type: response

                HTTP/1.1 200\s
                content-type: text/xml
                server: sim

                {"Keys":[]}

                """.replace("\n", "\r\n")
                .replace("REQUEST", "2e4c6cf9-b857-8648-8083-328e6d918fbb")
                .replace("ANSWER>", "4a63a105-67af-89fa-a09a-effde4b4c628>")
                .replace("PAYLOAD1", Sha256.hex(SampleRun.bytes("Action=List&Page=1")))
                .replace("PAYLOAD2", Sha256.hex(SampleRun.bytes("{\"Keys\":[]}"))));
    }

    @Test
    void otherToolsReadTheRecordsAsHttp() throws IOException {
        try (WarcReader reader =
                new WarcReader(new ZstdInputStream(new ByteArrayInputStream(frames(SampleRun.keys()))))) {
            List<WarcRecord> records = new ArrayList<>();
            for (WarcRecord record : reader) {
                records.add(record);
                if (record instanceof WarcResponse response && records.size() == 2) {
                    assertThat(response.http().status()).isEqualTo(200);
                    assertThat(response.http().body().stream().readAllBytes())
                            .asString()
                            .isEqualTo("{\"Keys\":[]}");
                }
            }
            assertThat(records)
                    .extracting(WarcRecord::type)
                    .containsExactly("request", "response", "request", "metadata", "request", "response");
            assertThat(records).extracting(WarcRecord::id).doesNotHaveDuplicates();
            assertThat(records)
                    .allSatisfy(record -> assertThat(record.id().toString())
                            .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        }
    }

    @Test
    void hostileValuesStayWithinTheirField() throws IOException {
        assertThat(text(frames(SampleRun.keys())))
                .contains("Exhibit-Subject: %20a%250Ab%0D%0AExhibit-Outcome: ANSWER %E2%80%AE%C3%A9%F0%9F%98%80%20\r\n")
                .contains("Exhibit-Error: Connection refused: 100 %25%0Aor so\r\n")
                .contains("Exhibit-Cut: /a b/%25\r\n");
    }

    @Test
    void lineBreakInAHeadDoesNotBecomeALine() throws IOException {
        Exchange odd = SampleRun.answer("kms:ListKeys", "", 1, "body");
        Exchange broken = new Exchange(
                odd.call(),
                1,
                1,
                odd.outcome(),
                odd.at(),
                "",
                new Exchange.Request("GET", "/a b\r\nX: y", Map.of("Host", "h\r\nWARC-Type: x"), new byte[0]),
                new Exchange.Response(200, Map.of("x", "1\r\n\r\n2"), new byte[] {13, 10, 13, 10}),
                "",
                List.of());
        Exchange back = read(frames(List.of(broken))).get(0);
        assertThat(back.request().uri()).isEqualTo("/a b  X: y");
        assertThat(back.response().headers()).isEqualTo(Map.of("x", "1    2"));
        assertThat(back.response().body()).containsExactly(13, 10, 13, 10);
    }

    @Test
    void payloadThatDiffersFromItsDigestIsNamed() throws IOException {
        String forged = text(frames(SampleRun.keys())).replace("{\"Keys\":[]}", "{\"Keys\":{}}");
        assertThatThrownBy(() -> read(Zstd.compress(forged.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(FixityException.class)
                .hasMessageContaining("unit, urn:uuid:")
                .hasMessageContaining(Sha256.hex(SampleRun.bytes("{\"Keys\":[]}")))
                .hasMessageContaining(Sha256.hex(SampleRun.bytes("{\"Keys\":{}}")));
    }

    @Test
    void whatIsCutAnywhereIsNeverReadAsLess() throws IOException {
        String whole = text(frames(SampleRun.keys().subList(0, 1)));
        for (int length = 1; length < whole.length() - 4; length += 5) {
            byte[] cut = Zstd.compress(whole.substring(0, length).getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> read(cut)).as("cut at " + length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void unitsOfARunAreWrittenAtOnce(@TempDir Path temporary) throws Exception {
        try (Vault vault = FileVault.create(
                        temporary.resolve("vault"), "example.org/evidence", FileVaultTest.KEY, FileVaultTest.CLOCK);
                RunWriter run = vault.begin("r1")) {
            List<RunRecord.Unit> units = IntStream.range(0, 16)
                    .parallel()
                    .mapToObj(n -> unit(run, n))
                    .toList();
            run.seal(SampleRun.record("r1", RunRecord.Outcome.COMPLETE, "", units));
            assertThat(units).extracting(RunRecord.Unit::sha256).doesNotHaveDuplicates();
            assertThat(SealedRuns.of(vault).get(0).units()).isEqualTo(units);
        }
    }

    private static RunRecord.Unit unit(RunWriter run, int n) {
        try (RunWriter.UnitWriter unit = run.unit(new Target("111122223333", "r-" + (10 + n)))) {
            return unit.commit(List.of(SampleRun.part(unit, SampleRun.KEYS, SampleRun.keys())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
