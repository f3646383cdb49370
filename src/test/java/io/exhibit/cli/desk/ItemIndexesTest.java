package io.exhibit.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.exhibit.OneJdk;
import io.exhibit.assessment.Assessment;
import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import io.exhibit.console.frame.Laid;
import io.exhibit.evidence.Target;
import io.exhibit.run.ItemIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OneJdk
class ItemIndexesTest {

    @TempDir
    Path folder;

    /** So many items, whatever is asked. */
    private record Many(int count) implements Days {

        @Override
        public Optional<Assessment> assessment(String run) {
            throw new AssertionError("nobody asks for it");
        }

        @Override
        public void items(String run, String assertion, Consumer<Item> each) {
            Target target = Target.global("111122223333");
            for (int n = 0; n < count; n++) {
                each.accept(new Item(target, String.valueOf(n), Item.State.CONFORMS, "", "", ""));
            }
        }
    }

    @Test
    void aPageDoesNotWaitForALargeOneAndSaysHowFarItIs() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        ItemIndexes indexes = new ItemIndexes(folder);
        ItemIndexes.Laying laying = (place, soFar) -> {
            soFar.set(7);
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return ItemIndex.of(place, new Many(10), "run", "T-01", soFar::set);
        };
        indexes.begin("day", "T-01", laying);
        begun.await();
        assertThat(indexes.of("day", "T-01", laying)).isEqualTo(new Laid(Optional.empty(), 7));

        go.countDown();
        indexes.begin("day", "T-01", laying).join();
        Laid laid = indexes.of("day", "T-01", laying);
        assertThat(laid.index().orElseThrow().size()).isEqualTo(10);
        assertThat(laid.soFar()).isEqualTo(10);
    }

    @Test
    void whatCouldNotBeReadIsSaidAndTriedAgain() throws Exception {
        List<String> asked = new ArrayList<>();
        ItemIndexes indexes = new ItemIndexes(folder);
        ItemIndexes.Laying laying = (place, soFar) -> {
            asked.add("laid");
            if (asked.size() == 1) {
                throw new IOException("The vault cannot be read.");
            }
            return ItemIndex.of(place, new Many(1), "run", "T-01", soFar::set);
        };
        indexes.begin("day", "T-01", laying).handle((index, failure) -> null).join();
        assertThatThrownBy(() -> indexes.of("day", "T-01", laying))
                .isInstanceOf(IOException.class)
                .hasMessage("The vault cannot be read.");
        indexes.begin("day", "T-01", laying).join();
        assertThat(indexes.of("day", "T-01", laying).index()).isPresent();
    }

    /** Disk and memory are bounded by the items of all that are kept; what was given up is laid out again when somebody asks. */
    @Test
    void theOldestAreGivenUpWhenThereAreTooManyItems() throws Exception {
        List<String> asked = new ArrayList<>();
        ItemIndexes indexes = new ItemIndexes(folder);
        ItemIndexes.Laying laying = (place, soFar) -> {
            asked.add("laid");
            return ItemIndex.of(place, new Many(1_100_000), "run", "T-01", soFar::set);
        };
        for (String test : List.of("T-01", "T-02", "T-03", "T-03", "T-02", "T-01")) {
            indexes.begin("day", test, laying).join();
        }
        assertThat(asked).hasSize(4);
    }
}
