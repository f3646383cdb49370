package io.exhibit.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.evidence.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked of it, it says what reading the sealed items says. */
class ItemIndexTest {

    private static final List<String> PIECES = List.of(
            "key",
            "KEY",
            "Ä",
            "ä",
            "ß",
            "İstanbul",
            "K",
            "arn:aws:iam::111122223333:user/",
            "\u202e",
            "0",
            "😀",
            " ",
            "\0",
            "é",
            "e\u0301");

    @TempDir
    Path folder;

    private final Random dice = new Random(7);

    private record Sealed(List<Item> items) implements Days {

        @Override
        public Optional<Assessment> assessment(String run) {
            throw new AssertionError("no index asks for it");
        }

        @Override
        public void items(String run, String assertion, Consumer<Item> each) {
            items.forEach(each);
        }
    }

    @Test
    void everyPageIsTheOneThatReadingThemAllGives() throws IOException {
        for (int round = 0; round < 40; round++) {
            List<Item> items = items(dice.nextInt(400));
            Days days = new Sealed(items);
            try (ItemIndex index =
                    ItemIndex.of(folder.resolve("items-" + UUID.randomUUID()), days, "run", "T-01", count -> {})) {
                assertThat(index.size()).isEqualTo(items.size());
                for (int asked = 0; asked < 50; asked++) {
                    Set<State> states = EnumSet.noneOf(State.class);
                    Stream.of(State.values()).filter(any -> dice.nextInt(3) > 0).forEach(states::add);
                    String search = dice.nextInt(3) == 0 ? "" : text(1).toLowerCase(Locale.ROOT);
                    Predicate<Target> places = dice.nextBoolean()
                            ? any -> false
                            : target -> target.region().equals("eu-west-1");
                    long from = dice.nextInt(60);
                    assertThat(index.page(states::contains, search, places, from, 20))
                            .isEqualTo(page(items, wanted(states, search, places), from));
                }
            }
        }
    }

    @Test
    void eachItemIsFoundByItsTargetAndKeyAndNoOtherOne() throws IOException {
        List<Item> items = items(3_000);
        try (ItemIndex index = ItemIndex.of(
                folder.resolve("items-" + UUID.randomUUID()), new Sealed(items), "run", "T-01", count -> {})) {
            for (Item item : items) {
                assertThat(index.one(item.target(), item.key())).contains(item);
            }
            assertThat(index.one(items.get(0).target(), "no such key")).isEmpty();
            assertThat(index.one(Target.global("999999999999"), items.get(0).key()))
                    .isEmpty();
        }
    }

    /** An item may be longer than what is read at once. */
    @Test
    void anItemOfMegabytesIsFoundBetweenShortOnes() throws IOException {
        Target target = Target.global("111122223333");
        List<Item> items = List.of(
                new Item(target, "a", State.CONFORMS, "d", "short", ""),
                new Item(target, "b", State.DEVIATES, "d", "x".repeat(3_000_000) + "Needle", ""),
                new Item(target, "c", State.CONFORMS, "d", "needles", ""));
        try (ItemIndex index = ItemIndex.of(
                folder.resolve("items-" + UUID.randomUUID()), new Sealed(items), "run", "T-01", count -> {})) {
            assertThat(index.page(any -> true, "needle", any -> false, 0, 10).items())
                    .containsExactly(items.get(1), items.get(2));
        }
    }

    /** What was laid out is evidence too: nobody finds it in the folder, also after a process was killed. */
    @Test
    void itsFileHasNoName() throws IOException {
        try (ItemIndex index = ItemIndex.of(
                        folder.resolve("items-" + UUID.randomUUID()),
                        new Sealed(items(10)),
                        "run",
                        "T-01",
                        count -> {});
                Stream<Path> files = Files.list(folder)) {
            assertThat(index.size()).isEqualTo(10);
            assertThat(files).isEmpty();
        }
    }

    private static ItemPage page(List<Item> items, Predicate<Item> wanted, long from) {
        List<Item> matching = items.stream().filter(wanted).toList();
        return new ItemPage(matching.stream().skip(from).limit(20).toList(), from, matching.size(), items.size());
    }

    private static Predicate<Item> wanted(Set<State> states, String search, Predicate<Target> places) {
        return item -> states.contains(item.state())
                && (search.isEmpty()
                        || places.test(item.target())
                        || item.key().toLowerCase(Locale.ROOT).contains(search)
                        || item.text().toLowerCase(Locale.ROOT).contains(search));
    }

    private List<Item> items(int count) {
        List<Item> items = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            items.add(new Item(
                    new Target("11112222333" + dice.nextInt(4), dice.nextBoolean() ? "eu-west-1" : Target.GLOBAL),
                    text(4) + n,
                    State.values()[dice.nextInt(4)],
                    Integer.toHexString(dice.nextInt()),
                    text(6),
                    dice.nextInt(5) == 0 ? "RA-1" : ""));
        }
        items.sort(Comparator.comparing(Item::target).thenComparing(Item::key));
        return items;
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int n = dice.nextInt(most) + 1; n > 0; n--) {
            text.append(PIECES.get(dice.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
