package io.exhibit.read.wire;

import java.util.ArrayList;
import java.util.List;

/** What a reader met and could not place: members that are not in the catalog, and values that do not fit their type. */
public final class Notes {

    private long unknown;
    private final List<String> misfits = new ArrayList<>();

    void unknown() {
        unknown++;
    }

    void misfit(String what) {
        misfits.add(what);
    }

    /** Members that this version does not know. */
    public long unknownMembers() {
        return unknown;
    }

    /** Values that were left absent because they do not fit, since this was last asked. */
    public List<String> takeMisfits() {
        if (misfits.isEmpty()) {
            return List.of();
        }
        List<String> taken = List.copyOf(misfits);
        misfits.clear();
        return taken;
    }
}
