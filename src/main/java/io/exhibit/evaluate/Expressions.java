package io.exhibit.evaluate;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import io.exhibit.evidence.Catalog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The expressions that this process has checked, by all that they are checked against. A book is compiled by everybody who reads it and
 * after each edit, and nearly all of it is what it was: checking one costs as much as judging a thousand items by it.
 */
final class Expressions {

    /** Two books' worth; the one that was longest not asked for goes. */
    private static final int MOST = 1_500;

    private static final Map<Key, Checked> KNOWN = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Checked> eldest) {
            return size() > MOST;
        }
    };

    /**
     * What decides how an expression comes out.
     *
     * @param catalog of record types, which is the same one as long as it is the same object
     * @param parameters types of all thresholds
     * @param names types of what the expression may name
     * @param result type that it must have
     */
    record Key(
            Same catalog, Map<String, CelType> parameters, Map<String, CelType> names, CelType result, String text) {}

    /** Compares by identity: to compare all record types would cost more than to check. */
    record Same(Catalog catalog) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.catalog == catalog;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(catalog);
        }
    }

    /** A sound expression, which any number of threads may ask at once. */
    record Checked(CelAbstractSyntaxTree tree, Predicate predicate) {}

    private Expressions() {}

    static Optional<Checked> known(Key key) {
        synchronized (KNOWN) {
            return Optional.ofNullable(KNOWN.get(key));
        }
    }

    static void keep(Key key, Checked checked) {
        synchronized (KNOWN) {
            KNOWN.put(key, checked);
        }
    }
}
