package io.exhibit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.assessment.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemSpoolTest {

    @TempDir
    Path temporary;

    @Test
    void moreItemsThanAChunkComeBackSortedAndNothingStays() throws IOException {
        int count = 120_000;
        try (ItemSpool spool = new ItemSpool(DyingDisk.immortal(), temporary)) {
            // 7,919 is prime to the count, so every number comes once, in no order.
            for (long i = 0; i < count; i++) {
                long number = i * 7_919 % count;
                spool.add("A-" + number % 3, VaultContract.item(SampleRun.REGION, Long.toString(1_000_000 + number)));
            }
            assertThat(files()).isEqualTo(2);
            Iterator<SealedDay.Line> lines = spool.sorted();
            SealedDay.Line last = lines.next();
            int seen = 1;
            boolean sorted = true;
            for (; lines.hasNext(); seen++) {
                SealedDay.Line line = lines.next();
                sorted &= line.compareTo(last) > 0;
                last = line;
            }
            assertThat(sorted).isTrue();
            assertThat(seen).isEqualTo(count);
        }
        assertThat(files()).isZero();
    }

    @Test
    void itemsOfTheSameKeyStayInTheirOrder() throws IOException {
        try (ItemSpool spool = new ItemSpool(DyingDisk.immortal(), temporary)) {
            for (int i = 0; i < 3; i++) {
                spool.add("A", new Item(SampleRun.GLOBAL, "k", Item.State.CONFORMS, "", Integer.toString(i), ""));
            }
            StringBuilder texts = new StringBuilder();
            spool.sorted().forEachRemaining(line -> texts.append(line.item().text()));
            assertThat(texts.toString()).isEqualTo("012");
        }
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.count();
        }
    }
}
