package io.exhibit.seal;

import com.github.luben.zstd.ZstdOutputStream;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Target;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** Writes the exchanges of one source as WARC 1.1 records into one zstd frame, one exchange in memory at a time. */
final class ExchangeWriter implements Closeable {

    private static final int LEVEL = 3;
    private static final MediaType FIELDS = MediaType.parse("application/warc-fields");

    private final String run;
    private final Target target;
    private final String source;
    private final WarcWriter records;
    private long number;

    ExchangeWriter(String run, Target target, String source, OutputStream out) throws IOException {
        this.run = run;
        this.target = target;
        this.source = source;
        this.records = new WarcWriter(new ZstdOutputStream(new Uncloseable(out), LEVEL).setChecksum(true));
    }

    void write(Exchange exchange) throws IOException {
        number++;
        boolean answered = exchange.response() != null;
        URI requestId = WarcFields.recordId(run, target, source, number, "request");
        URI answerId = WarcFields.recordId(run, target, source, number, answered ? "response" : "metadata");
        String address = address(exchange.request());

        WarcRequest.Builder request =
                new WarcRequest.Builder(address).body(MediaType.HTTP_REQUEST, HttpHead.block(exchange.request()));
        describe(request, exchange, requestId, answerId, exchange.request().body());
        records.write(request.build());
        if (answered) {
            WarcResponse.Builder response = new WarcResponse.Builder(address)
                    .body(MediaType.HTTP_RESPONSE, HttpHead.block(exchange.response()));
            describe(
                    response, exchange, answerId, requestId, exchange.response().body());
            conclude(response, exchange);
            records.write(response.build());
        } else {
            byte[] error = ("error: " + FieldText.encode(exchange.error()) + "\r\n").getBytes(StandardCharsets.UTF_8);
            WarcMetadata.Builder metadata =
                    new WarcMetadata.Builder().targetURI(address).body(FIELDS, error);
            describe(metadata, exchange, answerId, requestId, error);
            conclude(metadata, exchange);
            records.write(metadata.build());
        }
    }

    /** For the tools of others: an exchange does not tell its scheme, and AWS is spoken to over https. */
    private static String address(Exchange.Request request) {
        String host = request.headers().getOrDefault("Host", "unknown");
        return ("https://" + host + request.uri()).replaceAll("[^!-~]", "_");
    }

    private void describe(
            WarcCaptureRecord.AbstractBuilder<?, ?> record, Exchange exchange, URI id, URI other, byte[] payload) {
        record.version(MessageVersion.WARC_1_1);
        record.recordId(id).date(exchange.at()).addHeader(WarcFields.PAYLOAD_DIGEST, WarcFields.payloadDigest(payload));
        record.addHeader("WARC-Concurrent-To", "<" + other + ">");
        record.addHeader(WarcFields.SOURCE, FieldText.encode(source));
        record.addHeader(WarcFields.CALL, FieldText.encode(exchange.call().operation()));
        optional(record, WarcFields.SUBJECT, exchange.call().subject());
        record.addHeader(WarcFields.PAGE, Integer.toString(exchange.page()));
        record.addHeader(WarcFields.ATTEMPT, Integer.toString(exchange.attempt()));
    }

    private static void conclude(WarcCaptureRecord.AbstractBuilder<?, ?> record, Exchange exchange) {
        record.addHeader(WarcFields.OUTCOME, exchange.outcome().name());
        optional(record, WarcFields.REQUEST_ID, exchange.requestId());
        optional(record, WarcFields.ERROR, exchange.error());
        exchange.cuts().forEach(cut -> record.addHeader(WarcFields.CUT, FieldText.encode(cut)));
    }

    private static void optional(WarcCaptureRecord.AbstractBuilder<?, ?> record, String field, String value) {
        if (!value.isEmpty()) {
            record.addHeader(field, FieldText.encode(value));
        }
    }

    /** Ends the frame; the file stays open for the next source. */
    @Override
    public void close() throws IOException {
        records.close();
    }
}
