package io.exhibit.assessment;

/** Takes the items of a day while they are judged; there may be a million, in any order. */
@FunctionalInterface
public interface ItemSink {
    void accept(String assertion, Item item);
}
