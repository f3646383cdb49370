package io.exhibit.seal;

import io.exhibit.evidence.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP messages as they lie in a record's block: a head that is written anew from what is known of it, and the payload, which is
 * exact. A request head gets the Content-Length of its body; a response head is written as it was handed over.
 */
final class HttpHead {

    private static final String LENGTH = "Content-Length";
    private static final String VERSION = " HTTP/1.1";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{1,9}) ");

    private HttpHead() {}

    static byte[] of(Exchange.Request request) {
        Map<String, String> headers = sorted(request.headers());
        headers.put(LENGTH, Integer.toString(request.body().length));
        return head(request.method() + " " + request.uri() + VERSION, headers);
    }

    static byte[] of(Exchange.Response response) {
        return head("HTTP/1.1 " + response.status() + " ", sorted(response.headers()));
    }

    /** @throws IOException when the block is no request of ours */
    static Exchange.Request request(byte[] block) throws IOException {
        int end = endOfHead(block);
        String[] lines = lines(block, end);
        int space = lines[0].indexOf(' ');
        if (space < 0 || !lines[0].endsWith(VERSION)) {
            throw new IOException("not a request line: " + lines[0]);
        }
        String uri = lines[0].substring(space + 1, lines[0].length() - VERSION.length());
        Map<String, String> headers = headers(lines);
        headers.remove(LENGTH);
        return new Exchange.Request(lines[0].substring(0, space), uri, headers, payload(block, end));
    }

    /** @throws IOException when the block is no response of ours */
    static Exchange.Response response(byte[] block) throws IOException {
        int end = endOfHead(block);
        String[] lines = lines(block, end);
        Matcher status = STATUS.matcher(lines[0]);
        if (!status.matches()) {
            throw new IOException("not a status line: " + lines[0]);
        }
        return new Exchange.Response(Integer.parseInt(status.group(1)), headers(lines), payload(block, end));
    }

    private static Map<String, String> sorted(Map<String, String> headers) {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        return sorted;
    }

    private static byte[] head(String first, Map<String, String> headers) {
        StringBuilder head = new StringBuilder(oneLine(first)).append("\r\n");
        headers.forEach((name, value) ->
                head.append(oneLine(name)).append(": ").append(oneLine(value)).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A line break in a value would end the head early. */
    private static String oneLine(String text) {
        return text.replace('\r', ' ').replace('\n', ' ');
    }

    private static int endOfHead(byte[] block) throws IOException {
        for (int i = 0; i + 3 < block.length; i++) {
            if (block[i] == '\r' && block[i + 1] == '\n' && block[i + 2] == '\r' && block[i + 3] == '\n') {
                return i;
            }
        }
        throw new IOException("an HTTP head that does not end");
    }

    private static String[] lines(byte[] block, int end) {
        return new String(block, 0, end, StandardCharsets.UTF_8).split("\r\n", -1);
    }

    private static Map<String, String> headers(String[] lines) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(": ");
            if (colon < 1) {
                throw new IOException("not a header line: " + lines[i]);
            }
            headers.put(lines[i].substring(0, colon), lines[i].substring(colon + 2));
        }
        return headers;
    }

    private static byte[] payload(byte[] block, int end) {
        return Arrays.copyOfRange(block, end + 4, block.length);
    }
}
