package io.exhibit.read.derived;

import java.util.ArrayList;
import java.util.List;

/** A range of ports, both ends included; none when {@code to} is less than {@code from}. */
record Ports(long from, long to) {

    static final Ports ALL = new Ports(0, 65535);

    /** What is left of the ranges without these ports. */
    List<Ports> outOf(List<Ports> ranges) {
        List<Ports> left = new ArrayList<>();
        for (Ports range : ranges) {
            add(left, range.from, Math.min(range.to, from - 1));
            add(left, Math.max(range.from, to + 1), range.to);
        }
        return left;
    }

    private static void add(List<Ports> ranges, long from, long to) {
        if (from <= to) {
            ranges.add(new Ports(from, to));
        }
    }
}
