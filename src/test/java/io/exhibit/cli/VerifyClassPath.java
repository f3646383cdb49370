package io.exhibit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the build lays into {@code exhibit-verify}: the program without some files, and of its libraries those of some groups. */
final class VerifyClassPath {

    private static final Pattern GROUPS = Pattern.compile("<includeGroupIds>([^<]+)</includeGroupIds>");
    private static final Pattern LEFT_OUT = Pattern.compile("<exclude>([^<*]+)\\*\\*</exclude>");

    private final Path jar;
    private final List<Path> libraries = new ArrayList<>();

    /** @param scratch takes the jar */
    VerifyClassPath(Path scratch) throws IOException {
        this.jar = scratch.resolve("exhibit-verify.jar");
        String build = Files.readString(Path.of("pom.xml"));
        String leftOut = found(LEFT_OUT, build);
        List<String> groups = Stream.of(found(GROUPS, build).split(","))
                .map(group -> "/" + group.replace('.', '/') + "/")
                .toList();
        for (String entry : QuickJava.classPath()) {
            Path path = Path.of(entry);
            if (Files.exists(path.resolve("io/exhibit/cli/Main.class"))) {
                QuickJava.jar(List.of(path), jar, name -> !name.startsWith(leftOut));
            } else if (groups.stream().anyMatch(entry.replace('\\', '/')::contains)) {
                libraries.add(path);
            }
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in pom.xml");
        }
        return found.group(1);
    }

    List<Path> files() {
        return Stream.concat(Stream.of(jar), libraries.stream()).toList();
    }

    /** How a command ended in a process that has these files alone, and what it printed. */
    record Ended(int code, String out, String err) {}

    Ended run(String... arguments) throws IOException, InterruptedException {
        return runIn(List.of("-Xmx256m"), arguments);
    }

    /** @param heap as the options of java say it */
    Ended runIn(List<String> heap, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                QuickJava.java(files().stream().map(Path::toString).toList(), "-Xshare:auto");
        command.addAll(1, heap);
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        Path out = jar.resolveSibling("out");
        Path err = jar.resolveSibling("err");
        Process process = new ProcessBuilder(command)
                .directory(jar.getParent().toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + command);
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
