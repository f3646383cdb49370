package io.exhibit.collect;

import io.exhibit.evidence.RunRecord.Lists;

/** Counts lists when they are over; that one came to its end is for its own last page to say. */
final class ListCount {

    private long begun;
    private long ended;
    private long pages;
    private long repeated;

    void add(PageCount list) {
        begun++;
        ended += list.goesOn() ? 0 : 1;
        pages += list.believed();
        repeated += list.repeated();
    }

    Lists total() {
        return new Lists(begun, ended, pages, repeated);
    }
}
