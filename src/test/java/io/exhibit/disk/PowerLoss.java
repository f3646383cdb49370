package io.exhibit.disk;

import io.exhibit.disk.Journal.Entry;
import io.exhibit.disk.Journal.Forced;
import io.exhibit.disk.Journal.Moved;
import io.exhibit.disk.Journal.Named;
import io.exhibit.disk.Journal.Renamed;
import io.exhibit.disk.Journal.Truncated;
import io.exhibit.disk.Journal.Written;
import io.exhibit.disk.Tree.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a disk may hold when the power goes, after each entry of a journal. What was forced out is there. Of everything else any
 * part may be: each name by itself, whatever came before or after it; of what was written the whole, nothing, its first sectors or
 * pages, or as many zeros.
 */
public final class PowerLoss {

    private static final int[] BLOCKS = {512, 4096};

    private final Journal journal;
    private final Random random;
    private final Map<Node, Node> durable;
    private final List<Entry> pending = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final List<State> states = new ArrayList<>();

    /** One of them; of {@code acknowledged} nothing may be lost. */
    public record State(Node root, List<String> acknowledged, String about) {

        /** Lays it out in a folder of the system. */
        public void write(Path folder) throws IOException {
            Tree.write(root, folder);
        }

        @Override
        public String toString() {
            return about;
        }
    }

    private PowerLoss(Journal journal, Random random) {
        this.journal = journal;
        this.random = random;
        this.durable = new HashMap<>(journal.durable());
    }

    /** Every state in which nothing, all, one alone or all but one is there of what was not forced out, and some of the others. */
    public static List<State> states(Journal journal, Random random) {
        PowerLoss loss = new PowerLoss(journal, random);
        List<String> acknowledged = new ArrayList<>();
        int n = 0;
        for (Entry entry : journal.entries()) {
            n++;
            if (entry instanceof Journal.Acknowledged done) {
                acknowledged.add(done.what());
            } else if (entry instanceof Forced forced) {
                loss.force(forced.node());
            } else {
                loss.pending.add(entry);
            }
            loss.after(n, List.copyOf(acknowledged));
        }
        return loss.states;
    }

    private void after(int n, List<String> acknowledged) {
        add(n, "nothing", acknowledged, entry -> false, false);
        add(n, "all", acknowledged, entry -> true, false);
        for (Entry one : pending) {
            add(n, "alone", acknowledged, entry -> entry == one, false);
            add(n, "all but", acknowledged, entry -> entry != one, false);
        }
        for (int i = 0; i < 2 * pending.size(); i++) {
            add(n, "any", acknowledged, entry -> random.nextInt(3) > 0, true);
        }
    }

    private void add(int n, String which, List<String> acknowledged, Predicate<Entry> kept, boolean torn) {
        Map<Node, Node> copies = new HashMap<>();
        Node root = Tree.copy(durable(journal.root()), copies);
        for (Entry entry : pending) {
            if (kept.test(entry)) {
                apply(entry, node -> Tree.copy(durable(node), copies), torn);
            }
        }
        if (known.add(Tree.digest(root) + acknowledged)) {
            states.add(new State(root, acknowledged, which + " of " + pending.size() + " after entry " + n));
        }
    }

    private Node durable(Node node) {
        return durable.computeIfAbsent(node, each -> each.isFolder() ? Node.folder() : Node.file());
    }

    /** Where a node of the journal is to be found. */
    private interface Place {
        Node of(Node node);
    }

    private void apply(Entry entry, Place place, boolean torn) {
        if (entry instanceof Named named) {
            name(place.of(named.folder()), named.name(), named.node() == null ? null : place.of(named.node()));
        } else if (entry instanceof Renamed renamed) {
            name(place.of(renamed.folder()), renamed.from(), null);
            name(place.of(renamed.folder()), renamed.to(), place.of(renamed.node()));
        } else if (entry instanceof Moved moved) {
            name(place.of(moved.to()), moved.as(), place.of(moved.node()));
            if (!torn || random.nextBoolean()) {
                name(place.of(moved.from()), moved.name(), null);
            }
        } else if (entry instanceof Truncated truncated) {
            place.of(truncated.file()).truncate(truncated.size());
        } else if (entry instanceof Written written) {
            place.of(written.file()).write(written.offset(), torn ? torn(written.bytes()) : written.bytes());
        }
    }

    private static void name(Node folder, String name, Node node) {
        if (node == null) {
            folder.names.remove(name);
        } else {
            folder.names.put(name, node);
        }
    }

    private byte[] torn(byte[] bytes) {
        int block = BLOCKS[random.nextInt(BLOCKS.length)];
        byte[] torn = bytes.clone();
        switch (random.nextInt(4)) {
            case 0:
                return torn;
            case 1:
                return new byte[bytes.length];
            case 2:
                return java.util.Arrays.copyOf(torn, block * random.nextInt(bytes.length / block + 1));
            default:
                // One block of it never came, and what is behind it did.
                int lost = block * random.nextInt(bytes.length / block + 1);
                java.util.Arrays.fill(torn, lost, Math.min(bytes.length, lost + block), (byte) 0);
                return torn;
        }
    }

    private void force(Node node) {
        List<Entry> before = List.copyOf(pending);
        pending.clear();
        for (Entry entry : before) {
            if (entry instanceof Moved moved && moved.to() == node) {
                name(durable(node), moved.as(), durable(moved.node()));
                pending.add(new Named(moved.from(), moved.name(), null));
            } else if (concerns(entry, node)) {
                apply(entry, this::durable, false);
            } else {
                pending.add(entry);
            }
        }
    }

    private static boolean concerns(Entry entry, Node node) {
        return entry instanceof Named named && named.folder() == node
                || entry instanceof Renamed renamed && renamed.folder() == node
                || entry instanceof Moved moved && moved.from() == node
                || entry instanceof Written written && written.file() == node
                || entry instanceof Truncated truncated && truncated.file() == node;
    }
}
