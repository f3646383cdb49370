package io.exhibit.sandbox.wire;

import java.util.Map;

/** One HTTP answer: status, headers (content type among them) and the exact body. */
public record Answer(int status, Map<String, String> headers, byte[] body) {
    public Answer withBody(byte[] other) {
        return new Answer(status, headers, other);
    }
}
