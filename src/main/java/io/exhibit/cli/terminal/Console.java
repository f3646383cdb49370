package io.exhibit.cli.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where people and programs read: results on standard output, progress and messages on standard error. On a terminal
 * progress is one line that changes; elsewhere a plain line now and then. Control characters of what is printed are
 * made visible, because names come from outside.
 */
public final class Console {

    private static final long EVERY = 100_000_000L;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private long shown;
    private int width;
    private StructuredLog log;

    public Console(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** On the process's own streams, in UTF-8 whatever the machine says; coloured on a terminal alone, and never with NO_COLOR. */
    public static Console system() {
        boolean terminal =
                System.console() != null && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new Console(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                terminal);
    }

    /** A result line. */
    public void result(String line) {
        result(line, false);
    }

    /** A result line; a marked one is yellow on a terminal. */
    public synchronized void result(String line, boolean marked) {
        clear();
        out.println(marked && terminal ? "\u001b[33m" + visible(line) + "\u001b[0m" : visible(line));
    }

    /** Raw text for programs (JSON). */
    public synchronized void raw(String text) {
        clear();
        out.println(text);
    }

    /** From now on messages are lines of JSON. */
    public synchronized void becomeStructured() {
        clear();
        log = StructuredLog.to(err);
    }

    /** A message that stays. */
    public synchronized void say(String line) {
        if (log != null) {
            log.say(line);
            return;
        }
        clear();
        err.println(visible(line));
    }

    /** Something that must be seen; red on a terminal. */
    public synchronized void alarm(String line) {
        if (log != null) {
            log.alarm(line);
            return;
        }
        clear();
        err.println(terminal ? "\u001b[31m" + visible(line) + "\u001b[0m" : visible(line));
    }

    /** What is running and how much is left, of 0 where that is not counted; on a terminal only, and not more often than it can be read. */
    public synchronized void progress(String what, long done, long all) {
        if (!terminal || log != null) {
            return;
        }
        long now = System.nanoTime();
        if (now - shown < EVERY && done < all) {
            return;
        }
        shown = now;
        String line = all == 0
                ? visible(what) + " ..."
                : String.format(Locale.ROOT, "%s  %d of %d", visible(what), done, all);
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = line.length();
    }

    /** Where messages go, for libraries that print by themselves. */
    public PrintStream errors() {
        return err;
    }

    public PrintStream results() {
        return out;
    }

    private void clear() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            width = 0;
        }
    }

    private static String visible(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || c == 0x2028
                    || c == 0x2029) {
                line.append(c == '\n' || c == '\t' ? Character.toString(c) : String.format(Locale.ROOT, "\\u{%X}", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }
}
