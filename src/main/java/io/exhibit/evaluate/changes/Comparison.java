package io.exhibit.evaluate.changes;

import io.exhibit.assessment.Change;
import io.exhibit.assessment.Change.How;
import io.exhibit.assessment.Change.Night;
import io.exhibit.assessment.Changes.Begun;
import io.exhibit.assessment.Changes.Unread;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares one watched reading at one target, night after night. What was not read in full is compared to the last night on
 * which it was: neither a list nor an item that could not be read has changed.
 */
final class Comparison {

    private final Watch watch;
    private final Target target;
    private final List<Change> changes = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final List<Begun> begun = new ArrayList<>();
    private Map<String, Item> items;
    private Night last;
    private Spell blind;
    /** Nights in a row on which details of some items are missing, and the last night before them without one. */
    private Spell partly;

    private Night whole;
    private boolean first = true;

    /**
     * An item as it was last read.
     *
     * @param shape empty while it was never read in full
     * @param stale the night on which it was last read in full, when that is not the last night of its list
     */
    private record Item(Optional<Shape> shape, String name, Optional<Night> stale) {}

    /** Nights in a row without a reading. */
    private record Spell(LocalDate from, LocalDate until, String why) {}

    Comparison(Watch watch, Target target) {
        this.watch = watch;
        this.target = target;
    }

    /** A night on which the list could not be read, and why. */
    void blind(Night night, String why) {
        blind = new Spell(blind == null ? night.day() : blind.from(), night.day(), blind == null ? why : blind.why());
        first = false;
    }

    /** A night on which all is as it was on the night before. */
    void same(Night night) {
        if (blind != null) {
            blind = new Spell(blind.from(), night.day(), blind.why());
        } else {
            last = night;
        }
        if (partly != null) {
            partly = new Spell(partly.from(), night.day(), partly.why());
        } else if (blind == null) {
            whole = night;
        }
    }

    /** The target is no longer one of the organization's: what it held is told by that, and not item by item. */
    void left() {
        endSpell(Optional.empty());
        endPartly(Optional.empty());
        items = null;
        last = null;
        whole = null;
        first = false;
    }

    /** A night on which the list was read. */
    void night(Night night, List<Record> read) {
        Map<String, Item> now = new HashMap<>();
        for (Record record : read) {
            if (watch.watches(record.key())) {
                now.put(record.key(), item(record, night));
            }
        }
        if (items == null) {
            if (!first) {
                begun.add(new Begun(watch.kind(), watch.reading(), target, night.day(), now.size()));
            }
        } else {
            items.forEach((key, was) -> {
                if (!now.containsKey(key) && watch.existence()) {
                    removed(night, key, was);
                }
            });
        }
        endSpell(Optional.of(night.day()));
        partly(night, read);
        items = now;
        last = night;
        first = false;
    }

    /** What an item hides in a detail that brought no answer is not known, though the list was read. */
    private void partly(Night night, List<Record> read) {
        String why = read.stream()
                .filter(record -> watch.watches(record.key()))
                .flatMap(record -> record.gaps().stream())
                .map(gap -> gap.call().operation() + ": " + gap.cause().words() + ", for some of them")
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        if (why.isEmpty()) {
            endPartly(Optional.of(night.day()));
            whole = night;
        } else {
            partly = partly == null
                    ? new Spell(night.day(), night.day(), why)
                    : new Spell(partly.from(), night.day(), partly.why());
        }
    }

    private Item item(Record record, Night night) {
        Optional<Shape> shape =
                record.gaps().isEmpty() ? Optional.of(Shape.of(watch, record.members())) : Optional.empty();
        String name = watch.nameOf(record.members());
        Item was = items == null ? null : items.get(record.key());
        if (was == null) {
            if (items != null && watch.existence()) {
                changes.add(
                        change(How.ADDED, record.key(), name, night, last, Shape.NOTHING, shape.orElse(Shape.NOTHING)));
            }
            return new Item(shape, name, Optional.empty());
        }
        if (shape.isEmpty()) {
            return new Item(was.shape(), was.name(), Optional.of(was.stale().orElse(last)));
        }
        was.shape().ifPresent(before -> {
            Change change =
                    change(How.CHANGED, record.key(), name, night, was.stale().orElse(last), before, shape.get());
            if (!change.differences().isEmpty()) {
                changes.add(change);
            }
        });
        return new Item(shape, name, Optional.empty());
    }

    private void removed(Night night, String key, Item was) {
        // What it was then is as old as its last full reading, and so is what may have approved the change.
        changes.add(change(
                How.REMOVED,
                key,
                was.name(),
                night,
                was.stale().orElse(last),
                was.shape().orElse(Shape.NOTHING),
                Shape.NOTHING));
    }

    private Change change(How how, String key, String name, Night seen, Night before, Shape was, Shape is) {
        return new Change(
                watch.kind(), watch.reading(), how, target, key, name, seen, before, was.to(is), Optional.empty());
    }

    private void endSpell(Optional<LocalDate> again) {
        if (blind != null) {
            unread.add(new Unread(
                    watch.kind(),
                    watch.reading(),
                    target,
                    blind.from(),
                    blind.until(),
                    Optional.ofNullable(last).map(Night::day),
                    again,
                    blind.why()));
            blind = null;
        }
    }

    private void endPartly(Optional<LocalDate> again) {
        if (partly != null) {
            unread.add(new Unread(
                    watch.kind(),
                    watch.reading(),
                    target,
                    partly.from(),
                    partly.until(),
                    Optional.ofNullable(whole).map(Night::day),
                    again,
                    partly.why()));
            partly = null;
        }
    }

    /** How many items there were when it was last read. */
    long end() {
        endSpell(Optional.empty());
        endPartly(Optional.empty());
        return items == null ? 0 : items.size();
    }

    Watch watch() {
        return watch;
    }

    List<Change> changes() {
        return changes;
    }

    List<Unread> unread() {
        return unread;
    }

    List<Begun> begun() {
        return begun;
    }
}
