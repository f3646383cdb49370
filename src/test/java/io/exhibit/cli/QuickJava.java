package io.exhibit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Starts programs of the tests in a third of the time: their classes lie in a jar and, as the system has them after a first
 * start, in an archive (class data sharing, which takes no folders).
 */
public final class QuickJava {

    private QuickJava() {}

    /** The command up to the name of the class, for a few starts, for which an archive does not pay. */
    static List<String> plain() {
        return java(List.of(System.getProperty("java.class.path")), "-Xshare:auto");
    }

    /** The same for many starts; {@code scratch} takes jar and archive. */
    public static List<String> command(Path scratch) throws IOException, InterruptedException {
        Path jar = scratch.resolve("classes.jar");
        List<String> path = new ArrayList<>(List.of(jar.toString()));
        List<Path> folders = new ArrayList<>();
        for (String entry : classPath()) {
            if (Files.isDirectory(Path.of(entry))) {
                folders.add(Path.of(entry));
            } else {
                path.add(entry);
            }
        }
        jar(folders, jar, name -> true);
        Path archive = scratch.resolve("classes.jsa");
        Path first = Files.createDirectories(scratch.resolve("first"));
        List<String> dump = java(path, "-XX:ArchiveClassesAtExit=" + archive);
        dump.addAll(List.of(CrashSubject.class.getName(), CrashScenario.FIRST_NIGHT.name(), first.toString()));
        Process process = new ProcessBuilder(dump)
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("dumped").toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new AssertionError(Files.readString(scratch.resolve("dumped")));
        }
        return java(path, "-XX:SharedArchiveFile=" + archive);
    }

    /** Folders and jars of the tests. */
    static List<String> classPath() {
        return List.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(java.io.File.pathSeparator));
    }

    static List<String> java(List<String> path, String archive) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                archive,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                String.join(java.io.File.pathSeparator, path)));
    }

    static void jar(List<Path> folders, Path jar, Predicate<String> wanted) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.setLevel(0);
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().endsWith(".MF"))
                            .toList()) {
                        String name = folder.relativize(file).toString().replace('\\', '/');
                        if (wanted.test(name)) {
                            entries.putNextEntry(new JarEntry(name));
                            Files.copy(file, entries);
                        }
                    }
                }
            }
        }
    }
}
