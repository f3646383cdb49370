package io.exhibit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs a program under strace, which counts its system calls on the files of one folder, and fails one of them. */
final class Strace {

    private static final Pattern CALL = Pattern.compile("^[0-9]+ +([a-z0-9_]+)\\(.*");

    private static final Pattern WITH_PROCESS_ID = Pattern.compile(".*/\\.tmp-[^/]*-[0-9]+");

    private Strace() {}

    /** How a program ended. */
    record Ended(int code, List<String> said, List<String> complained, String trace) {

        boolean injected() {
            return trace.contains("(INJECTED)") || trace.contains("killed by SIGKILL");
        }
    }

    /** Empty when it can be used; otherwise why not. */
    static String missing(Path scratch) throws IOException, InterruptedException {
        try {
            Ended ended = run(scratch, List.of("strace", "-f", "-o", trace(scratch), "true"));
            return ended.code() == 0 ? "" : "strace may not trace here: " + ended.complained();
        } catch (IOException e) {
            return "there is no strace: " + e.getMessage();
        }
    }

    /** What a program does below {@code place}: how often it makes which call there, and the paths that it touches, relative to it. */
    record Counted(Map<String, Integer> calls, Set<String> paths) {}

    /** @param scratch takes what the program says */
    static Counted count(Path scratch, Path place, List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("strace", "-f", "-y", "-s", "256", "-e", "trace=%file,%desc", "-o", trace(scratch)));
        command.addAll(program);
        Ended ended = run(scratch, command);
        if (ended.code() != 0) {
            throw new AssertionError(ended.complained().toString());
        }
        Pattern path = Pattern.compile("[\"<]" + Pattern.quote(place.toString()) + "([^\">]*)[\">]");
        Map<String, Integer> calls = new TreeMap<>();
        Set<String> paths = new TreeSet<>();
        for (String line : ended.trace().split("\n")) {
            Matcher call = CALL.matcher(line);
            if (!call.matches() || call.group(1).equals("execve")) {
                continue;
            }
            Set<String> touched = path.matcher(line)
                    .results()
                    .map(named -> named.group(1))
                    // The next process calls it otherwise.
                    .filter(name -> !WITH_PROCESS_ID.matcher(name).matches())
                    .collect(Collectors.toSet());
            if (!touched.isEmpty()) {
                calls.merge(call.group(1), 1, Integer::sum);
                paths.addAll(touched);
            }
        }
        return new Counted(calls, paths);
    }

    /** @param fault such as {@code error=EIO} */
    static Ended inject(
            Path scratch, Path place, Set<String> paths, String call, int nth, String fault, List<String> program)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-o", trace(scratch)));
        paths.forEach(path -> command.addAll(List.of("-P", place + path)));
        command.addAll(List.of("-e", "trace=" + call, "-e", "inject=" + call + ":" + fault + ":when=" + nth));
        command.addAll(program);
        return run(scratch, command);
    }

    private static String trace(Path scratch) {
        return scratch.resolve("trace").toString();
    }

    private static Ended run(Path scratch, List<String> command) throws IOException, InterruptedException {
        Path out = scratch.resolve("out");
        Path err = scratch.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + command);
        }
        Path trace = scratch.resolve("trace");
        return new Ended(
                process.exitValue(),
                Files.readAllLines(out),
                Files.readAllLines(err),
                Files.exists(trace) ? Files.readString(trace) : "");
    }
}
