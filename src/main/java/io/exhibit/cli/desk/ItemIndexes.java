package io.exhibit.cli.desk;

import io.exhibit.console.frame.Laid;
import io.exhibit.run.ItemIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Sealed populations, laid out when somebody first looks at them; a sealed one never changes, so the newest are kept. */
final class ItemIndexes {

    /** Items of all that are kept, each of which takes a dozen bytes of memory and some hundred of the disk. */
    private static final long KEPT = 3_000_000;

    /** So long a page waits for it; what takes longer is shown when it is there. */
    private static final Duration WAITS = Duration.ofMillis(100);

    private record Name(String day, String test) {}

    /** @param soFar items that are laid out */
    private record Known(CompletableFuture<ItemIndex> index, AtomicLong soFar) {}

    private final Path folder;
    private final Map<Name, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Executor worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "populations");
        thread.setDaemon(true);
        return thread;
    });

    /** Lays one out. */
    interface Laying {
        ItemIndex of(Path place, AtomicLong soFar) throws IOException;
    }

    /** @param folder where there is room; made when it is first needed */
    ItemIndexes(Path folder) {
        this.folder = folder;
    }

    /**
     * A population, or how far it is.
     *
     * @param day SHA-256 of the day's assessment: a run may be judged again
     * @throws IOException when it cannot be read; asked again it is tried again
     */
    Laid of(String day, String test, Laying laying) throws IOException {
        Known there = begun(day, test, laying);
        try {
            return new Laid(
                    Optional.of(there.index().get(WAITS.toMillis(), TimeUnit.MILLISECONDS)),
                    there.soFar().get());
        } catch (TimeoutException stillAtIt) {
            return new Laid(Optional.empty(), there.soFar().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The console is being stopped.", e);
        } catch (ExecutionException e) {
            forget(new Name(day, test), there);
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** Has it laid out while nobody waits for it. */
    CompletableFuture<ItemIndex> begin(String day, String test, Laying laying) {
        return begun(day, test, laying).index();
    }

    private synchronized Known begun(String day, String test, Laying laying) {
        return known.computeIfAbsent(new Name(day, test), name -> {
            AtomicLong soFar = new AtomicLong();
            return new Known(CompletableFuture.supplyAsync(() -> lay(name, laying, soFar), worker), soFar);
        });
    }

    private ItemIndex lay(Name name, Laying laying, AtomicLong soFar) {
        try {
            ConsoleFolder.make(folder);
            ItemIndex index = laying.of(folder.resolve("items-" + UUID.randomUUID()), soFar);
            soFar.set(index.size());
            makeRoom(name);
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page may still be reading from one that is given up: its file is closed when nobody can any more, by the collector. */
    private synchronized void makeRoom(Name newest) {
        long all = known.values().stream().mapToLong(each -> each.soFar().get()).sum();
        Iterator<Map.Entry<Name, Known>> oldest = known.entrySet().iterator();
        while (all > KEPT && oldest.hasNext()) {
            Map.Entry<Name, Known> each = oldest.next();
            if (each.getValue().index().isDone() && !each.getKey().equals(newest)) {
                all -= each.getValue().soFar().get();
                oldest.remove();
            }
        }
    }

    private synchronized void forget(Name name, Known failed) {
        known.remove(name, failed);
    }
}
