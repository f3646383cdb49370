package io.exhibit.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@OneJdk
class LargeTest {

    @Test
    void oneComesAfterTheOther() throws IOException {
        List<String> order = new CopyOnWriteArrayList<>();
        CompletableFuture<Boolean> other = Large.alone(() -> {
            CompletableFuture<Boolean> month = CompletableFuture.supplyAsync(() -> {
                try {
                    return Large.alone(() -> order.add("month"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            while (!Large.isWaitedFor()) {
                Thread.onSpinWait();
            }
            Large.alone(() -> order.add("pack"));
            return month;
        });

        assertThat(other.join()).isTrue();
        assertThat(order).containsExactly("pack", "month");
    }
}
