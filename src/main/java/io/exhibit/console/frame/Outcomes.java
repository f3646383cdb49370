package io.exhibit.console.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What came of forms, until the pages that they lead to were shown for the last time; in memory alone, the oldest goes first. */
final class Outcomes {

    /** Of everybody together: who is sent to a page looks at it now. */
    private static final int MOST = 400;

    private record Key(String session, String path, String number) {}

    private long last;

    private final Map<Key, Map<String, Object>> kept = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Map<String, Object>> eldest) {
            return size() > MOST;
        }
    };

    /** @param path of the page that shows it @return by what that page asks for it */
    synchronized String keep(String session, String path, Map<String, Object> outcome) {
        String number = Long.toString(++last);
        kept.put(new Key(session, path, number), Map.copyOf(outcome));
        return number;
    }

    /** Empty where it was not this visitor's, is of another page, or is forgotten by now. */
    synchronized Optional<Map<String, Object>> of(String session, String path, String number) {
        return number == null ? Optional.empty() : Optional.ofNullable(kept.get(new Key(session, path, number)));
    }
}
