package io.exhibit.run;

import io.exhibit.assessment.Days;
import io.exhibit.assessment.Item;
import io.exhibit.assessment.Item.State;
import io.exhibit.evidence.Target;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A sealed population laid out so that any page of it is read without reading the others. It lies in a file that has no name any more once
 * it is open, and is gone with the process, however that ends; what it says can always be read out of the vault again.
 */
public final class ItemIndex implements Closeable {

    /** Read at once when a population is searched. */
    private static final int BLOCK = 1 << 18;

    private final FileChannel file;
    private final List<Target> targets;
    private final long[] offsets;
    private final Map<State, int[]> byState;

    private ItemIndex(FileChannel file, List<Target> targets, long[] offsets, Map<State, int[]> byState) {
        this.file = file;
        this.targets = targets;
        this.offsets = offsets;
        this.byState = byState;
    }

    /**
     * Lays one out, in one pass over the sealed items.
     *
     * @param place of a file that is not there, with room for some hundred bytes for each item
     * @param progress hears now and then how many items there are by now
     */
    public static ItemIndex of(Path place, Days days, String run, String test, LongConsumer progress)
            throws IOException {
        FileChannel file = FileChannel.open(
                place,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        try {
            Laying laying = new Laying(file, progress);
            days.items(run, test, laying::add);
            return laying.done();
        } catch (UncheckedIOException e) {
            file.close();
            throw e.getCause();
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    /** Items of the whole population. */
    public int size() {
        return offsets.length - 1;
    }

    /**
     * Some items, in their order.
     *
     * @param shown the states that are wanted
     * @param search in lower case; what an item's key, text or place has to contain, "" for all
     * @param places whether a search finds all items of that target
     * @param from number of the first item among those that match; past their end the page is empty
     */
    public ItemPage page(Predicate<State> shown, String search, Predicate<Target> places, long from, int most)
            throws IOException {
        int[] rows = search.isEmpty() ? rows(shown) : found(shown, new Sought(search), places);
        int matching = rows == null ? size() : rows.length;
        List<Item> items = new ArrayList<>();
        for (long at = from; at < Math.min(matching, from + most); at++) {
            items.add(item(rows == null ? (int) at : rows[(int) at]));
        }
        return new ItemPage(items, from, matching, size());
    }

    /** The one of that key at that target; empty when the population has none. */
    public Optional<Item> one(Target target, String key) throws IOException {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Item item = item(middle);
            int order = item.target().compareTo(target);
            if (order == 0) {
                order = item.key().compareTo(key);
            }
            if (order == 0) {
                return Optional.of(item);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** Numbers of the rows, or {@code null} for all of them. */
    private int[] rows(Predicate<State> shown) {
        List<State> states = Arrays.stream(State.values()).filter(shown).toList();
        if (states.size() == State.values().length) {
            return null;
        }
        int[] rows = states.stream()
                .flatMapToInt(state -> Arrays.stream(byState.get(state)))
                .toArray();
        if (states.size() > 1) {
            Arrays.sort(rows);
        }
        return rows;
    }

    /** Reads all rows by, each processor a part of them. */
    private int[] found(Predicate<State> shown, Sought sought, Predicate<Target> places) throws IOException {
        boolean[] whole = new boolean[targets.size()];
        for (int n = 0; n < whole.length; n++) {
            whole[n] = places.test(targets.get(n));
        }
        int parts = Runtime.getRuntime().availableProcessors();
        try {
            return IntStream.range(0, parts)
                    .parallel()
                    .boxed()
                    .flatMapToInt(part -> found(
                            (int) ((long) size() * part / parts),
                            (int) ((long) size() * (part + 1) / parts),
                            shown,
                            sought,
                            whole))
                    .toArray();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private IntStream found(int from, int to, Predicate<State> shown, Sought sought, boolean[] whole) {
        IntStream.Builder rows = IntStream.builder();
        byte[] block = new byte[BLOCK];
        int first = from;
        while (first < to) {
            int after = first + 1;
            while (after < to && offsets[after + 1] - offsets[first] <= BLOCK) {
                after++;
            }
            int length = (int) (offsets[after] - offsets[first]);
            if (length > block.length) {
                block = new byte[length];
            }
            read(offsets[first], block, length);
            for (int row = first; row < after; row++) {
                int at = (int) (offsets[row] - offsets[first]);
                Row view = new Row(block, at, (int) (offsets[row + 1] - offsets[row]));
                if (shown.test(view.state()) && (whole[view.target()] || view.contains(sought))) {
                    rows.add(row);
                }
            }
            first = after;
        }
        return rows.build();
    }

    private Item item(int row) throws IOException {
        int length = (int) (offsets[row + 1] - offsets[row]);
        byte[] bytes = new byte[length];
        try {
            read(offsets[row], bytes, length);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Row(bytes, 0, length).item(targets);
    }

    private void read(long offset, byte[] into, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
        try {
            while (buffer.hasRemaining()) {
                if (file.read(buffer, offset + buffer.position()) < 0) {
                    throw new IOException("the laid out population ends before " + offset);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The pass that lays it out. */
    private static final class Laying {

        private static final int EACH = 10_000;

        private final FileChannel file;
        private final DataOutputStream out;
        private final LongConsumer progress;
        private final Map<Target, Integer> targets = new HashMap<>();
        private final List<Target> order = new ArrayList<>();
        private final Map<State, IntStream.Builder> byState = new EnumMap<>(State.class);
        private long[] offsets = new long[1024];
        private int size;
        private long end;

        Laying(FileChannel file, LongConsumer progress) {
            this.file = file;
            this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BLOCK));
            this.progress = progress;
            for (State state : State.values()) {
                byState.put(state, IntStream.builder());
            }
        }

        void add(Item item) {
            int target = targets.computeIfAbsent(item.target(), made -> {
                order.add(made);
                return order.size() - 1;
            });
            try {
                end += Row.write(item, target, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            byState.get(item.state()).add(size);
            size++;
            if (size == offsets.length) {
                offsets = Arrays.copyOf(offsets, size + (size >> 1));
            }
            offsets[size] = end;
            if (size % EACH == 0) {
                progress.accept(size);
            }
        }

        ItemIndex done() throws IOException {
            out.flush();
            Map<State, int[]> rows = new EnumMap<>(State.class);
            byState.forEach((state, each) -> rows.put(state, each.build().toArray()));
            return new ItemIndex(file, List.copyOf(order), Arrays.copyOf(offsets, size + 1), rows);
        }
    }
}
