package io.exhibit.run;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Judgement;
import io.exhibit.control.Book;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Sealed days, some of them with judgements that were made again by an edited book. */
final class EditedDays implements Days {

    private final Days sealed;
    private final Book book;
    private final Map<String, Assessment> edited = new HashMap<>();
    private final Map<String, OneDay> again = new HashMap<>();

    EditedDays(Days sealed, Book book) {
        this.sealed = sealed;
        this.book = book;
    }

    /** @param part judgements of the tests that judge otherwise, and {@code items} theirs */
    void put(Assessment whole, Assessment part, OneDay items) {
        Map<String, Judgement> judgements = new TreeMap<>();
        whole.judgements().forEach(judged -> judgements.put(judged.assertion(), judged));
        judgements
                .keySet()
                .retainAll(book.assertions().stream().map(test -> test.id()).toList());
        part.judgements().forEach(judged -> judgements.put(judged.assertion(), judged));
        edited.put(
                whole.run(), new Assessment(whole.run(), whole.at(), book.digest(), List.copyOf(judgements.values())));
        again.put(whole.run(), items);
    }

    @Override
    public Optional<Assessment> assessment(String run) {
        return edited.containsKey(run) ? Optional.of(edited.get(run)) : sealed.assessment(run);
    }

    @Override
    public void items(String run, String assertion, Consumer<Item> each) {
        OneDay day = again.get(run);
        if (day != null && day.judged(assertion)) {
            day.items(run, assertion, each);
        } else {
            sealed.items(run, assertion, each);
        }
    }
}
