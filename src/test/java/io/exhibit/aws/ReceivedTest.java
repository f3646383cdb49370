package io.exhibit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedTest {

    private static final int LIMIT = 20_000;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9_999, 10_000, 10_001, 50_000, Long.MAX_VALUE})
    void whateverWasAnnouncedTheBytesAreThoseThatCame(long announced) throws IOException {
        byte[] sent = bytes(10_000);
        Received body = new Received(LIMIT);
        assertThat(body.read(dribbling(sent), announced)).isTrue();
        assertThat(body.size()).isEqualTo(sent.length);
        assertThat(body.bytes()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 20_001, 1_000_000})
    void atTheLimitAllIsKeptAndBeyondItNothing(long announced) throws IOException {
        Received full = new Received(LIMIT);
        assertThat(full.read(dribbling(bytes(LIMIT)), announced)).isTrue();
        assertThat(full.bytes()).isEqualTo(bytes(LIMIT));
        Received over = new Received(LIMIT);
        assertThat(over.read(dribbling(bytes(LIMIT + 1)), announced)).isFalse();
        assertThat(over.size()).isZero();
        assertThat(over.bytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 500, 10_000})
    void whatBreaksOffIsThereAsFarAsItCame(long announced) {
        byte[] sent = bytes(500);
        Received body = new Received(LIMIT);
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == sent.length) {
                    throw new EOFException("cut");
                }
                return sent[at++] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                into[offset] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> body.read(broken, announced)).isInstanceOf(EOFException.class);
        assertThat(body.size()).isEqualTo(500);
        assertThat(body.bytes()).isEqualTo(sent);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    /** As a network hands it over: never as much as was asked for. */
    private static InputStream dribbling(byte[] sent) {
        return new ByteArrayInputStream(Arrays.copyOf(sent, sent.length)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 777));
            }
        };
    }
}
