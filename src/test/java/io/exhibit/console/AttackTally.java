package io.exhibit.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what was sent at each hole, by the test that sent it. A file in {@code target/attacks} has the counts of each process when it ends: what got
 * through fails its test, so that green tests say 0.
 */
final class AttackTally {

    private static final Map<String, String> HOLES = Map.ofEntries(
            Map.entry("ForgeryAttackTest", "requests from pages of others (CSRF)"),
            Map.entry("FixationAttackTest", "sessions that somebody else chose"),
            Map.entry("RebindingAttackTest", "other names of the host (DNS rebinding)"),
            Map.entry("TraversalAttackTest", "paths that lead elsewhere"),
            Map.entry("ScriptAttackTest", "script, reflected and stored"),
            Map.entry("UploadAttackTest", "files that are two things at once"),
            Map.entry("RoutesTest", "each route as each role, and spellings around the table"),
            Map.entry("GuessingAttackTest", "guesses (brute force)"),
            Map.entry("ExcessAttackTest", "too much and never ending"),
            Map.entry("SplittingAttackTest", "requests in requests, answers in answers"),
            Map.entry("ProxyAttackTest", "logins that no proxy signed"),
            Map.entry("InvitationAttackTest", "invitations that nobody gave"),
            Map.entry("TlsTest", "plain words to TLS"));

    private static final Map<String, LongAdder> SENT = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AttackTally::write));
    }

    private AttackTally() {}

    /** A request goes out. */
    static void sent() {
        Optional<String> hole = StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .map(name -> name.substring(name.lastIndexOf('.') + 1).replaceAll("\\$.*", ""))
                        .filter(HOLES::containsKey)
                        .findFirst());
        hole.ifPresent(
                name -> SENT.computeIfAbsent(name, each -> new LongAdder()).increment());
    }

    private static void write() {
        if (SENT.isEmpty()) {
            return;
        }
        StringBuilder table = new StringBuilder();
        new TreeMap<>(SENT)
                .forEach((test, sent) -> table.append(
                        String.format(java.util.Locale.ROOT, "%8d  %s (%s)%n", sent.sum(), HOLES.get(test), test)));
        try {
            Path folder = Files.createDirectories(Path.of("target", "attacks"));
            Files.writeString(folder.resolve(ProcessHandle.current().pid() + ".txt"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
