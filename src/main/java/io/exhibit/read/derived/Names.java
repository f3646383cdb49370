package io.exhibit.read.derived;

import java.util.AbstractList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;

/** A list that is asked for a name once for each item of an account: it looks it up and does not search for it. */
final class Names extends AbstractList<String> implements RandomAccess {

    private final List<String> names;
    private final Set<String> known;

    private Names(Collection<String> names) {
        this.names = List.copyOf(names);
        this.known = new HashSet<>(names);
    }

    static List<String> of(Collection<String> names) {
        return new Names(names);
    }

    @Override
    public String get(int index) {
        return names.get(index);
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public boolean contains(Object name) {
        return known.contains(name);
    }
}
