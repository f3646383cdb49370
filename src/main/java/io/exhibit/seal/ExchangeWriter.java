package io.exhibit.seal;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdOutputStream;
import io.exhibit.evidence.Exchange;
import io.exhibit.evidence.Target;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;

/** Writes the exchanges of one source as WARC 1.1 records into one zstd frame, one exchange in memory at a time. */
final class ExchangeWriter implements Closeable {

    /** The fastest: on answers of AWS the next two take a third more time and save two hundredths of the space. */
    private static final int LEVEL = 1;

    private static final MediaType FIELDS = MediaType.parse("application/warc-fields");
    private static final Pattern UNPRINTABLE = Pattern.compile("[^!-~]");
    private static final byte[] NO_HEAD = {};
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private final String run;
    private final Target target;
    private final String source;
    private final OutputStream out;
    private long number;

    ExchangeWriter(String run, Target target, String source, OutputStream out) throws IOException {
        this.run = run;
        this.target = target;
        this.source = source;
        this.out = new ZstdOutputStream(new Uncloseable(out), RecyclingBufferPool.INSTANCE, LEVEL).setChecksum(true);
    }

    void write(Exchange exchange) throws IOException {
        number++;
        Exchange.Request request = exchange.request();
        Exchange.Response response = exchange.response();
        URI requestId = WarcFields.recordId(run, target, source, number, "request");
        URI answerId = WarcFields.recordId(run, target, source, number, response == null ? "metadata" : "response");
        String address = address(request);

        WarcRequest.Builder sent = new WarcRequest.Builder(address);
        describe(sent, exchange, requestId, answerId);
        write(sent, MediaType.HTTP_REQUEST, HttpHead.of(request), request.body());
        if (response != null) {
            WarcResponse.Builder answer = new WarcResponse.Builder(address);
            describe(answer, exchange, answerId, requestId);
            conclude(answer, exchange);
            write(answer, MediaType.HTTP_RESPONSE, HttpHead.of(response), response.body());
        } else {
            WarcMetadata.Builder failure = new WarcMetadata.Builder().targetURI(address);
            describe(failure, exchange, answerId, requestId);
            conclude(failure, exchange);
            String error = "error: " + FieldText.encode(exchange.error()) + "\r\n";
            write(failure, FIELDS, NO_HEAD, error.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** For the tools of others: an exchange does not tell its scheme, and AWS is spoken to over https. */
    private static String address(Exchange.Request request) {
        String host = request.headers().getOrDefault("Host", "unknown");
        return UNPRINTABLE.matcher("https://" + host + request.uri()).replaceAll("_");
    }

    private void describe(WarcCaptureRecord.AbstractBuilder<?, ?> record, Exchange exchange, URI id, URI other) {
        record.version(MessageVersion.WARC_1_1);
        record.recordId(id).date(exchange.at()).addHeader("WARC-Concurrent-To", "<" + other + ">");
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

    /** The library writes the record's head; the payload goes past it, uncopied. */
    private void write(WarcCaptureRecord.AbstractBuilder<?, ?> record, MediaType type, byte[] head, byte[] payload)
            throws IOException {
        record.addHeader(WarcFields.PAYLOAD_DIGEST, WarcFields.payloadDigest(payload));
        record.body(type, Channels.newChannel(new ByteArrayInputStream(NO_HEAD)), (long) head.length + payload.length);
        out.write(record.build().serializeHeader());
        out.write(head);
        out.write(payload);
        out.write(END);
    }

    /** Ends the frame; the file stays open for the next source. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
