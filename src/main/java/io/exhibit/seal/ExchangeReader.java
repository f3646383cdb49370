package io.exhibit.seal;

import com.github.luben.zstd.RecyclingBufferPool;
import com.github.luben.zstd.ZstdInputStream;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Exchange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** Reads the exchanges of one source back out of its frames, one in memory at a time, each payload checked. */
final class ExchangeReader {

    private final String file;

    /** @param file as messages name it */
    ExchangeReader(String file) {
        this.file = file;
    }

    /** @throws IOException when the frames hold anything but the records that the vault writes */
    void read(InputStream frames, Consumer<Exchange> each) throws IOException {
        try (WarcReader records =
                new WarcReader(new Uncopied(new ZstdInputStream(frames, RecyclingBufferPool.INSTANCE)), empty())) {
            for (Optional<WarcRecord> request = records.next(); request.isPresent(); request = records.next()) {
                Exchange.Request sent = HttpHead.request(block(request.get()));
                check(request.get(), sent.body());
                each.accept(exchange(
                        sent,
                        records.next().orElseThrow(() -> new IOException(file + ": a request without its answer"))));
            }
        } catch (ParsingException | ArithmeticException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + ": not the records that were written: " + e.getMessage(), e);
        }
    }

    private static ByteBuffer empty() {
        return ByteBuffer.allocate(1 << 13).limit(0);
    }

    private Exchange exchange(Exchange.Request request, WarcRecord answer) throws IOException {
        Exchange.Response response = null;
        if (answer.type().equals("response")) {
            response = HttpHead.response(block(answer));
            check(answer, response.body());
        } else {
            check(answer, block(answer));
        }
        List<String> cuts = new ArrayList<>();
        answer.headers().all(WarcFields.CUT).forEach(cut -> cuts.add(FieldText.decode(cut)));
        return new Exchange(
                Call.of(field(answer, WarcFields.CALL), field(answer, WarcFields.SUBJECT)),
                Integer.parseInt(field(answer, WarcFields.PAGE)),
                Integer.parseInt(field(answer, WarcFields.ATTEMPT)),
                Exchange.Outcome.valueOf(field(answer, WarcFields.OUTCOME)),
                answer.date(),
                field(answer, WarcFields.REQUEST_ID),
                request,
                response,
                field(answer, WarcFields.ERROR),
                List.copyOf(cuts));
    }

    private static byte[] block(WarcRecord record) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(Math.toIntExact(record.body().size()));
        while (block.hasRemaining()) {
            if (record.body().read(block) < 0) {
                throw new EOFException("a record ends early");
            }
        }
        return block.array();
    }

    private void check(WarcRecord record, byte[] payload) throws IOException {
        String sealed = record.headers().first(WarcFields.PAYLOAD_DIGEST).orElse("");
        String found = WarcFields.payloadDigest(payload);
        if (!found.equals(sealed)) {
            throw new FixityException(file, record.id().toString(), sealed, found);
        }
    }

    /** Reads straight into the array behind a buffer; the platform's own channel copies in small pieces. */
    private record Uncopied(InputStream in) implements ReadableByteChannel {

        @Override
        public int read(ByteBuffer buffer) throws IOException {
            int read = in.read(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
            buffer.position(buffer.position() + Math.max(read, 0));
            return read;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static String field(WarcRecord record, String name) {
        return FieldText.decode(record.headers().first(name).orElse(""));
    }
}
