package io.exhibit.collect;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Distinct;
import io.exhibit.evidence.Exchange.Outcome;
import io.exhibit.evidence.Sha256;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How far one call has come: its pages, their bytes and items, and the page tokens that it was given. */
final class PageCount {

    /** Stands for a token that is not there and should be; no page has it, for it is no text. */
    static final String NOWHERE = "\0";

    private final String subject;
    /** By their digests: a token may be kilobytes long, and a list may have twenty thousand pages. */
    private final Set<String> tokens = new HashSet<>();

    private String next = "";
    private int pages;
    private long bytes;
    private long believed;
    private boolean goesOn;
    private final Distinct keys = new Distinct();
    private long repeated;

    PageCount(String subject) {
        this.subject = subject;
    }

    boolean isOf(Call call) {
        return subject.equals(call.subject());
    }

    /** The same call, asked once more from its first token: its pages count on. */
    PageCount again() {
        tokens.clear();
        next = "";
        believed = 0;
        return this;
    }

    /** The number of the page that begins, from 1. */
    int begin() {
        return ++pages;
    }

    void add(long more, boolean saysThatMoreFollows) {
        bytes += more;
        goesOn = saysThatMoreFollows;
    }

    /**
     * Takes the keys of a page that was answered. One that stands twice on the same page is none of those that moved.
     *
     * @return how many of them had stood on an earlier page
     */
    long items(List<Long> page) {
        long before = page.stream().filter(keys::contains).count();
        page.forEach(keys::add);
        repeated += before;
        return before;
    }

    /** Items that stood on more than one page. */
    long repeated() {
        return repeated;
    }

    /** A page is over. After one that ended in a gap nobody knows what follows; behind a fact there is nothing. */
    void end(Outcome outcome) {
        believed += outcome == Outcome.ANSWER ? 1 : 0;
        goesOn = outcome == Outcome.GAP || outcome == Outcome.ANSWER && goesOn;
    }

    /** Whether more follows than was asked for, or might. */
    boolean goesOn() {
        return goesOn;
    }

    /** Pages that were believed. */
    long believed() {
        return believed;
    }

    /** Takes the token of the page that comes next ({@code null} or "" for none); tells why not to go on, or {@code null}. */
    Failure follow(String token, Limits limits) {
        next = token == null ? "" : token;
        if (next.isEmpty()) {
            return null;
        }
        if (next.equals(NOWHERE)) {
            return Failure.of(Cause.MALFORMED, "page " + pages + " says that more follows, and names no page token");
        }
        if (!tokens.add(Sha256.hex(next))) {
            return Failure.of(Cause.LOOPING, "page " + pages + " gave a page token that had been given before");
        }
        if (pages >= limits.pages() || bytes > limits.bytes()) {
            return Failure.of(
                    Cause.TOO_LARGE,
                    "more follows after " + pages + " pages and " + bytes + " bytes; the limits are " + limits.pages()
                            + " pages and " + limits.bytes() + " bytes");
        }
        return null;
    }

    /** The token of the next page, or "" at the end. */
    String next() {
        return next;
    }
}
