package io.exhibit.run.watch;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was told, and what waits to be told, so that a node that begins again goes on there.
 *
 * @param going causes that were told, by the alarm's key
 * @param past keys of causes that were over and told, with the end of each; they are forgotten when no look brings them any more
 * @param waiting what each channel was not given yet, by the channel's name
 */
public record Told(Map<String, Going> going, Map<String, Instant> past, Map<String, Waiting> waiting) {

    public Told {
        going = new TreeMap<>(going);
        past = new TreeMap<>(past);
        waiting = new TreeMap<>(waiting);
    }

    static Told nothing() {
        return new Told(Map.of(), Map.of(), Map.of());
    }

    /** A cause that goes on, as it was told last. */
    public record Going(AlarmKind kind, Instant since, String state, String headline) {}

    /**
     * What one channel has to be given.
     *
     * @param since when it failed first; {@code null} while it did not
     * @param why it failed last, or ""
     */
    public record Waiting(List<News> news, Instant since, String why) {

        public Waiting {
            news = List.copyOf(news);
        }

        static Waiting none() {
            return new Waiting(List.of(), null, "");
        }

        Waiting and(List<News> more) {
            List<News> all = new ArrayList<>(news);
            all.addAll(more);
            return new Waiting(all, since, why);
        }
    }

    /** Where it is kept. */
    public interface Shelf {

        /** @throws IOException when there is something that cannot be read */
        Optional<Told> load() throws IOException;

        /** Keeps it whole, or leaves what was there. */
        void keep(Told told) throws IOException;
    }
}
