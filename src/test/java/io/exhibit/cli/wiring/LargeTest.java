package io.exhibit.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@OneJdk
class LargeTest {

    @Test
    void oneComesAfterTheOther() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        Thread other = new Thread(() -> {
            try {
                Large.alone(() -> order.add("month"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Large.alone(() -> {
            other.start();
            while (other.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            return Large.alone(() -> order.add("pack"));
        });

        other.join();
        assertThat(order).containsExactly("pack", "month");
    }
}
