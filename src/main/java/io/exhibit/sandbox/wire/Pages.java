package io.exhibit.sandbox.wire;

import io.exhibit.sandbox.wire.Ask.Paging;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Cuts lists into pages; a token is opaque, bound to the operation and its parameters, and expires. */
public final class Pages {
    /** Tokens older than this, in simulated time, are refused. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private final Digest digest;
    private final Supplier<Instant> now;

    public Pages(Digest digest, Supplier<Instant> now) {
        this.digest = digest;
        this.now = now;
    }

    /** The limits of one operation, and how it words a bad page size and a bad token. */
    public record Rule(int least, int most, int usual, Function<String, AwsError> badSize, AwsError badToken) {}

    /** {@code next} is null on the last page. */
    public record Page<T>(List<T> items, String next) {}

    /** The page that the request's token and size name; {@code cut} may end it early (a page may be short). */
    public <T> Page<T> of(Ask ask, Rule rule, List<T> listed, Cut cut) {
        List<T> all = ask.paging() == Paging.REVERSED ? reversed(listed) : listed;
        int size = size(ask, rule);
        int from = ask.looping() || ask.token().isEmpty() ? 0 : open(ask, rule);
        if (from > all.size()) {
            throw rule.badToken();
        }
        if (ask.paging() == Paging.BLANK) {
            return new Page<>(List.of(), seal(ask, from, number(ask) + 1));
        }
        int until = Math.min(all.size(), Math.max(from, cut.end(from, size)));
        boolean more = ask.looping() || until < all.size();
        int begin = ask.paging() == Paging.REPEATING ? Math.max(0, from - 1) : from;
        return new Page<>(
                all.subList(begin, until), more ? seal(ask, ask.looping() ? 0 : until, number(ask) + 1) : null);
    }

    public <T> Page<T> of(Ask ask, Rule rule, List<T> all) {
        return of(ask, rule, all, (from, size) -> from + size);
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> other = new ArrayList<>(list);
        Collections.reverse(other);
        return other;
    }

    /** Where a page that starts at {@code from} ends, at most {@code size} further on. */
    @FunctionalInterface
    public interface Cut {
        int end(int from, int size);
    }

    /** The number of the page that a request asks for; the first one is 1, and so is one with a token that is not ours. */
    public int number(Ask ask) {
        if (ask.looping()) {
            return 1;
        }
        return ask.token()
                .map(this::parts)
                .filter(parts -> parts.length == 4)
                .map(parts -> Integer.parseInt(parts[1]))
                .orElse(1);
    }

    private int size(Ask ask, Rule rule) {
        String text = ask.size().orElse(String.valueOf(rule.usual()));
        if (!text.matches("-?\\d{1,9}")
                || Integer.parseInt(text) < rule.least()
                || Integer.parseInt(text) > rule.most()) {
            throw rule.badSize().apply(text);
        }
        return Integer.parseInt(text);
    }

    private String seal(Ask ask, int from, int number) {
        String text = from + "." + number + "." + now.get().getEpochSecond() + "." + binding(ask, from, number);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private int open(Ask ask, Rule rule) {
        String[] parts = parts(ask.token().orElseThrow());
        if (parts.length != 4) {
            throw rule.badToken();
        }
        Instant made = Instant.ofEpochSecond(Long.parseLong(parts[2]));
        boolean fresh = Duration.between(made, now.get()).abs().compareTo(LIFETIME) <= 0;
        int from = Integer.parseInt(parts[0]);
        if (!fresh || !parts[3].equals(binding(ask, from, Integer.parseInt(parts[1])))) {
            throw rule.badToken();
        }
        return from;
    }

    private String binding(Ask ask, int from, int number) {
        return digest.hex("page", from + "/" + number + "/" + ask.withoutPaging(), 24);
    }

    private String[] parts(String token) {
        if (!token.matches("[\\w-]{8,400}")) {
            return new String[0];
        }
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        return text.matches("\\d{1,9}\\.\\d{1,9}\\.\\d{1,12}\\.[0-9a-f]{24}") ? text.split("\\.") : new String[0];
    }
}
