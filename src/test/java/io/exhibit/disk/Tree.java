package io.exhibit.disk;

import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files and folders as a disk holds them: what a file is, apart from the names that lead to it. */
final class Tree {

    /** A file or a folder. */
    static final class Node {
        final Map<String, Node> names;
        byte[] content = new byte[0];

        private Node(boolean folder) {
            names = folder ? new TreeMap<>() : null;
        }

        static Node folder() {
            return new Node(true);
        }

        static Node file() {
            return new Node(false);
        }

        boolean isFolder() {
            return names != null;
        }

        void write(long offset, byte[] bytes) {
            if (content.length < offset + bytes.length) {
                content = Arrays.copyOf(content, (int) offset + bytes.length);
            }
            System.arraycopy(bytes, 0, content, (int) offset, bytes.length);
        }

        void truncate(long size) {
            content = Arrays.copyOf(content, (int) Math.min(size, content.length));
        }
    }

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private Tree() {}

    /** What lies in a folder of the system. */
    static Node read(Path folder) throws IOException {
        Node node = Node.folder();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.toList()) {
                Node child = Files.isDirectory(each) ? read(each) : Node.file();
                if (!child.isFolder()) {
                    child.content = Files.readAllBytes(each);
                }
                node.names.put(each.getFileName().toString(), child);
            }
        }
        return node;
    }

    /** Writes a folder's content into one of the system. */
    static void write(Node folder, Path to) throws IOException {
        Files.createDirectories(to);
        for (Map.Entry<String, Node> each : folder.names.entrySet()) {
            Path path = to.resolve(each.getKey());
            if (each.getValue().isFolder()) {
                write(each.getValue(), path);
            } else {
                Files.write(path, each.getValue().content);
                // A private key is not to be read by others.
                Files.setPosixFilePermissions(path, OWNER);
            }
        }
    }

    /** A copy, node by node; {@code copies} is to hold each by its original. */
    static Node copy(Node node, Map<Node, Node> copies) {
        Node known = copies.get(node);
        if (known != null) {
            return known;
        }
        Node copy = node.isFolder() ? Node.folder() : Node.file();
        copies.put(node, copy);
        copy.content = node.content;
        if (node.isFolder()) {
            node.names.forEach((name, child) -> copy.names.put(name, copy(child, copies)));
        }
        return copy;
    }

    static Node copy(Node node) {
        return copy(node, new HashMap<>());
    }

    /** By which two of the same names and contents are known to be the same. */
    static String digest(Node node) {
        MessageDigest digest = Sha256.streaming();
        feed(node, digest);
        return Sha256.hex(digest);
    }

    private static void feed(Node node, MessageDigest digest) {
        if (node.isFolder()) {
            node.names.forEach((name, child) -> {
                digest.update((name + (child.isFolder() ? "/" : "") + "\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                feed(child, digest);
            });
            digest.update((byte) 0);
        } else {
            digest.update((node.content.length + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(node.content);
        }
    }
}
