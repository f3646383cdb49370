package io.exhibit.disk;

import java.io.IOException;
import java.nio.file.Path;

/** What lay in a folder, to be laid out again. */
public final class Snapshot {

    private final Tree.Node root;

    private Snapshot(Tree.Node root) {
        this.root = root;
    }

    public static Snapshot of(Path folder) throws IOException {
        return new Snapshot(Tree.read(folder));
    }

    public void write(Path folder) throws IOException {
        Tree.write(root, folder);
    }
}
