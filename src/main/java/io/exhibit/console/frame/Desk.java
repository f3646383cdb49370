package io.exhibit.console.frame;

import io.exhibit.console.page.Coming;
import io.exhibit.control.Book;
import io.exhibit.evidence.Catalog;
import io.exhibit.seal.Vault;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What lies before the visitors. Whoever wires it up says where that comes from. */
public interface Desk {

    /** Every month from the beginning of the log until now, the newest first; none before anything was collected. */
    List<YearMonth> months() throws IOException;

    /** Which of them is shown when nobody asks for one: the newest with a run. */
    YearMonth usual() throws IOException;

    /**
     * How things stand in a month of {@link #months()}. It is worked out once for each state of the log and of the book; while a newer one is worked out, the one before it
     * stands, and says of when it is.
     *
     * @param patience how long to wait for one that was never worked out
     * @throws Coming when it takes longer
     * @throws IOException when the vault cannot be read
     */
    Standing standing(YearMonth month, Duration patience) throws IOException;

    /** The same, however long it takes. */
    default Standing standing(YearMonth month) throws IOException {
        return standing(month, Duration.ofDays(1));
    }

    /** Why what is shown of a month is not of now, a sentence; empty when it is. */
    Optional<String> behind(YearMonth month, Standing shown);

    /** What can be read of AWS, as the program knows it. */
    Catalog catalog();

    /** Every framework that lies beside the book's own, which is among them, by the name of its folder. */
    SortedSet<String> frameworks();

    /** What of the book bears on one of {@link #frameworks()}; nothing is judged by it here. */
    Book inFramework(String id) throws IOException;

    /**
     * The items of a test on a sealed day, to page through.
     *
     * @throws IOException when the vault cannot be read
     */
    Laid items(String run, String test) throws IOException;

    /** The same as they were judged when the log held that many leaves. */
    Laid items(long size, String run, String test) throws IOException;

    /** Lets something be read from the vault as it is now. */
    <T> T reading(Reading<T> what) throws IOException;

    /** What is read. */
    @FunctionalInterface
    interface Reading<T> {
        T from(Vault vault) throws IOException;
    }
}
