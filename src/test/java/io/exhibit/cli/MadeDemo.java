package io.exhibit.cli;

import io.exhibit.cli.demo.Demo;
import io.exhibit.cli.terminal.Folders;
import io.exhibit.evidence.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The demo of one night with its pack, which whoever wants it first makes for all processes of a build. What it is made by is in its
 * name, so that another build makes another one. Each works on a copy.
 */
final class MadeDemo {

    private static final Path HOME = Path.of("target", "made-demo");

    private MadeDemo() {}

    /** Lays a copy into a folder that is not there yet. */
    static synchronized void copy(Path to) throws IOException {
        Files.createDirectories(HOME);
        try (FileChannel file =
                        FileChannel.open(HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = file.lock()) {
            Path made = HOME.resolve(by());
            if (alone.isValid() && !Files.exists(made)) {
                make(made);
            }
            try (Stream<Path> all = Files.walk(made)) {
                for (Path path : all.toList()) {
                    Files.copy(path, to.resolve(made.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void make(Path made) throws IOException {
        try (Stream<Path> older = Files.list(HOME)) {
            for (Path each : older.filter(Files::isDirectory).toList()) {
                Folders.delete(each);
            }
        }
        Path making = HOME.resolve("making");
        new Demo(making, Consoles.quiet()).run(1);
        Files.move(making, made);
    }

    /** The libraries, and each file of the classes, as it was compiled or copied last; of every JDK the demo is the same. */
    private static String by() throws IOException {
        StringBuilder by = new StringBuilder();
        List<String> classPath = QuickJava.classPath();
        for (String entry : classPath) {
            by.append('\n').append(entry);
            if (Files.isDirectory(Path.of(entry))) {
                try (Stream<Path> files = Files.walk(Path.of(entry))) {
                    for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                        by.append('\n')
                                .append(each)
                                .append(' ')
                                .append(Files.size(each))
                                .append(' ')
                                .append(Files.getLastModifiedTime(each));
                    }
                }
            }
        }
        return Sha256.hex(by.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
    }
}
