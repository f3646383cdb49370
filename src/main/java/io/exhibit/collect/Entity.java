package io.exhibit.collect;

import io.exhibit.evidence.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** The body behind a content encoding. AWS is not asked for any; what sends one all the same is read all the same. */
final class Entity {

    /** A page is a few megabytes; what grows beyond this is no page. */
    private static final int LARGEST = 256 << 20;

    private Entity() {}

    /** @throws IOException when it is not what its encoding says, does not end, or is encoded otherwise than by gzip */
    static byte[] plain(Exchange.Response response) throws IOException {
        String encoding = response.headers().getOrDefault("content-encoding", "identity");
        if (encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return response.body();
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new IOException("it is encoded as " + encoding);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] plain = in.readNBytes(LARGEST);
            if (in.read() >= 0) {
                throw new IOException("more than " + LARGEST + " bytes when unpacked");
            }
            return plain;
        }
    }
}
