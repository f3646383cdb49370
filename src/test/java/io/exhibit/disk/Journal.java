package io.exhibit.disk;

import io.exhibit.disk.Tree.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records every change below a folder: what was written, named, renamed, deleted and forced out; and what was acknowledged when. */
public final class Journal implements Watch {

    private final Path root;
    private final Node now;
    private final Map<Node, Node> durable = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /** One entry. Nodes stand for files and folders as such; what they hold when the power goes is for {@link PowerLoss} to say. */
    sealed interface Entry {}

    /** A name that a folder has from now on; or has no more, where {@code node} is {@code null}. */
    record Named(Node folder, String name, Node node) implements Entry {}

    /** A rename within a folder. */
    record Renamed(Node folder, String from, String to, Node node) implements Entry {}

    /** A rename from one folder to another: the new name may be durable while the old one is so still. */
    record Moved(Node from, String name, Node to, String as, Node node) implements Entry {}

    record Written(Node file, long offset, byte[] bytes) implements Entry {}

    record Truncated(Node file, long size) implements Entry {}

    record Forced(Node node) implements Entry {}

    record Acknowledged(String what) implements Entry {}

    /** Begins with what lies in a folder, all of it durable. */
    public Journal(Path root) throws IOException {
        this.root = root;
        this.now = Tree.read(root);
        Tree.copy(now, durable);
    }

    /** Something was acknowledged: from now on no loss of power may undo it. */
    public synchronized void acknowledged(String what) {
        entries.add(new Acknowledged(what));
    }

    List<Entry> entries() {
        return entries;
    }

    /** What is durable of the nodes that were there in the beginning. */
    Map<Node, Node> durable() {
        return durable;
    }

    Node root() {
        return now;
    }

    @Override
    public synchronized void created(Path file) {
        name(file, Node.file());
    }

    @Override
    public synchronized void folderCreated(Path folder) {
        name(folder, Node.folder());
    }

    private void name(Path path, Node node) {
        Node folder = node(path.getParent());
        String name = path.getFileName().toString();
        folder.names.put(name, node);
        entries.add(new Named(folder, name, node));
    }

    @Override
    public synchronized void deleted(Path path) {
        Node folder = node(path.getParent());
        String name = path.getFileName().toString();
        folder.names.remove(name);
        entries.add(new Named(folder, name, null));
    }

    @Override
    public synchronized void linked(Path link, Path existing) {
        name(link, node(existing));
    }

    @Override
    public synchronized void renamed(Path from, Path to) {
        Node before = node(from.getParent());
        Node after = node(to.getParent());
        String name = from.getFileName().toString();
        String as = to.getFileName().toString();
        Node node = before.names.remove(name);
        after.names.put(as, node);
        entries.add(before == after ? new Renamed(before, name, as, node) : new Moved(before, name, after, as, node));
    }

    @Override
    public synchronized void written(Path file, long offset, byte[] bytes) {
        entries.add(new Written(node(file), offset, bytes));
    }

    @Override
    public synchronized void truncated(Path file, long size) {
        entries.add(new Truncated(node(file), size));
    }

    @Override
    public synchronized void forced(Path path) {
        // Above the folder all is durable.
        if (path.startsWith(root)) {
            entries.add(new Forced(node(path)));
        }
    }

    private Node node(Path path) {
        Node node = now;
        for (Path name : root.relativize(path)) {
            node = name.toString().isEmpty() ? node : node.names.get(name.toString());
        }
        return node;
    }
}
