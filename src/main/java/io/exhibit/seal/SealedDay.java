package io.exhibit.seal;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Item;
import java.util.List;

/**
 * What {@code assessment.json} holds.
 *
 * @param runSha256 of the run record that was judged
 * @param items where the items lie
 */
record SealedDay(Assessment assessment, String runSha256, Items items) {

    /**
     * The items' file.
     *
     * @param file in the run's folder
     * @param sections one for each assertion that has items, in the order of their names
     */
    record Items(String file, long bytes, String sha256, List<Section> sections) {
        Items {
            sections = List.copyOf(sections);
        }
    }

    /** The frame of one assertion. */
    record Section(String assertion, long count, long offset, long length) {}

    /** One line of the items' file. */
    record Line(String assertion, Item item) implements Comparable<Line> {

        @Override
        public int compareTo(Line other) {
            int order = assertion.compareTo(other.assertion);
            if (order == 0) {
                order = item.target().compareTo(other.item.target());
            }
            return order != 0 ? order : item.key().compareTo(other.item.key());
        }
    }
}
