package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.OneJdk;
import io.exhibit.control.Book;
import io.exhibit.evaluate.Compiler;
import io.exhibit.evidence.Catalog;
import io.exhibit.read.CatalogFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes stand in a file of a book, what comes back is a book or problems: no exception, no endless loop, no half-read
 * book. CI tries some thousand inputs from a fixed seed; {@code -Dexhibit.fuzz=5000000} tries as many, from
 * {@code -Dexhibit.seed=N} on.
 */
@OneJdk
class FuzzTest {

    private static final int INPUTS = Integer.getInteger("exhibit.fuzz", 12_000);
    private static final long SEED = Long.getLong("exhibit.seed", 20261101);

    private static final Path GOOD = Path.of("src/test/resources/mappings/good");
    private static final String ALPHABET =
            "-:{}[]\"'!%&*|>#\n \t0ax?,@`\\~<=.()$^+\u0000\u0085\u00a0\u2028\uFEFF\u201c\uD83D\uDE00\r";
    private static final String[] WORDS = {
        "- id: ",
        "  expect: ",
        "serves:\n",
        "record.",
        "registers.",
        "parameters.",
        " && ",
        "exists(x, ",
        "!%00",
        "!!",
        "<<: ",
        "&a ",
        "*a",
        "2026-02-30",
        ">-\n",
        "|\n",
        "? ",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "\\x",
        "\"\\u",
        "'",
        "matches(\"(",
        "*.*",
        "(?i)",
        "timestamp(\"",
        "[[[[",
        "{{{{",
        "1e999",
        "9223372036854775808",
        "\r\n",
        ";",
        ","
    };

    private final Catalog catalog = CatalogFile.load();
    private final Map<String, byte[]> good = files();
    private final List<String> names = new ArrayList<>(good.keySet());

    @Test
    void anyBytesEndAsABookOrAsProblems() {
        Random random = new Random(SEED);
        long slowest = 0;
        int[] tried = new int[4];
        for (int i = 0; i < INPUTS; i++) {
            int draw = random.nextInt(1000);
            int kind = draw < 940 ? 0 : draw < 970 ? 1 : draw < 990 ? 2 : 3;
            byte[] input = kind == 0 && random.nextBoolean()
                    ? random(random)
                    : mutated(random, good.get(names.get(random.nextInt(names.size()))));
            long begin = System.nanoTime();
            try {
                attempt(kind, random, input);
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "input " + i + " of kind " + kind + ":\n" + new String(input, StandardCharsets.UTF_8), e);
            }
            slowest = Math.max(slowest, System.nanoTime() - begin);
            tried[kind]++;
        }
        assertThat(TimeUnit.NANOSECONDS.toSeconds(slowest))
                .as("the slowest input")
                .isLessThan(20);
        assertThat(tried).doesNotContain(0);
        System.getLogger("exhibit.fuzz")
                .log(
                        INPUTS > 12_000 ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
                        "files {0}, tables {1}, books {2}, expressions {3}; the slowest took {4} ms",
                        tried[0],
                        tried[1],
                        tried[2],
                        tried[3],
                        slowest / 1_000_000);
    }

    private void attempt(int kind, Random random, byte[] input) {
        switch (kind) {
            case 0 -> {
                Problems problems = new Problems();
                boolean read = YamlReader.read("f.yaml", input, problems).isPresent();
                assertThat(read || !problems.none()).isTrue();
            }
            case 1 -> book("organization/registers/approved_admins.csv", input);
            case 2 -> compiled(book(names.get(random.nextInt(names.size())), input));
            default -> compiled(book("assertions/iam.yaml", expression(random)));
        }
    }

    /** What people hand in by accident and others on purpose: each ends within seconds, as problems. */
    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hostileFilesAreRefusedInASentence(Hostile hostile) {
        MappingReader.Result read = book(hostile.file(), hostile.content().getBytes(StandardCharsets.UTF_8));
        boolean told = !read.problems().isEmpty()
                || !Compiler.problems(read.sound(), catalog).isEmpty();
        assertThat(told).isTrue();
    }

    /** A file of the good book, and what stands in it instead. */
    record Hostile(String what, String file, String content) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Hostile> hostile() {
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
        for (char c = 'b'; c < 'l'; c++) {
            String before = ",*" + (char) (c - 1);
            bomb += c + ": &" + c + " [" + before.repeat(9).substring(1) + "]\n";
        }
        String many = "x".repeat(1_000_000);
        String test = """
                - id: T-1
                  says: s
                  source: iam.credential-report
                  expect: %s
                  deviation: d
                  remedy: r
                  serves: {164.312(d): {strength: direct, why: w}}
                """;
        String iam = "assertions/iam.yaml";
        return List.of(
                new Hostile("broken escape in a tag", iam, "!%00"),
                new Hostile("names that multiply", iam, bomb),
                new Hostile(
                        "a class by a tag",
                        iam,
                        "!!javax.script.ScriptEngineManager [!!java.net.URL ['http://127.0.0.1/']]"),
                new Hostile("a million brackets", iam, "[".repeat(1_000_000)),
                new Hostile("a hundred thousand braces", iam, "{a: ".repeat(100_000)),
                new Hostile("keys of keys", iam, "? ".repeat(100_000)),
                new Hostile("entries of entries", iam, "- ".repeat(400_000)),
                new Hostile("more than a mebibyte", iam, "- a\n".repeat(300_000)),
                new Hostile("one long word", iam, many),
                new Hostile("one long key", "organization/parameters.yaml", many.substring(0, 900) + ": {value: 1}"),
                new Hostile("a mark that nobody closes", iam, "a: \"" + many),
                new Hostile("marks that are escaped", iam, "a: \"" + "\\\"".repeat(400_000)),
                new Hostile("apostrophes without end", iam, "a: '" + "''".repeat(400_000)),
                new Hostile("a text in brackets that goes on", iam, "a: [" + "x".repeat(500_000) + "] y"),
                new Hostile("blanks without end", iam, "a:" + " ".repeat(900_000) + "\"x\" y"),
                new Hostile("a hundred thousand unknown keys", "organization/scope.yaml", keys(60_000)),
                new Hostile(
                        "a long literal",
                        iam,
                        String.format(java.util.Locale.ROOT, test, "'\"" + "x".repeat(900_000) + "\" == record.usr'")),
                new Hostile(
                        "nested brackets of an expression",
                        iam,
                        String.format(java.util.Locale.ROOT, test, "(".repeat(100_000) + "true")),
                new Hostile(
                        "no no no",
                        iam,
                        String.format(java.util.Locale.ROOT, test, "'" + "!".repeat(100_001) + "record.usr'")),
                new Hostile(
                        "a chain of members",
                        iam,
                        String.format(java.util.Locale.ROOT, test, "record" + ".user".repeat(100_000))),
                new Hostile(
                        "ands without end",
                        iam,
                        String.format(java.util.Locale.ROOT, test, "'record.usr" + " && true".repeat(60_000) + "'")),
                new Hostile(
                        "lists in lists",
                        iam,
                        String.format(java.util.Locale.ROOT, test, "'" + "[".repeat(50_000) + "'")),
                new Hostile(
                        "macros in macros",
                        iam,
                        String.format(java.util.Locale.ROOT, test, "'" + "[1].all(x, ".repeat(200) + "true'")),
                new Hostile(
                        "a pattern that explodes",
                        iam,
                        String.format(
                                java.util.Locale.ROOT, test, "record.usr.matches('((a{1,1000}){1,1000}){1,1000}')")),
                new Hostile(
                        "a table of one row",
                        "organization/registers/approved_admins.csv",
                        "principal" + ",a".repeat(400_000)),
                new Hostile(
                        "a cell that nobody closes",
                        "organization/registers/approved_admins.csv",
                        "principal\n\"" + many));
    }

    private static String keys(int number) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < number; i++) {
            keys.append("k").append(i).append(": 1\n");
        }
        return keys.toString();
    }

    private MappingReader.Result book(String file, byte[] content) {
        Map<String, byte[]> files = new TreeMap<>(good);
        files.put(file, content);
        MappingReader.Result read = MappingReader.read(files, "rule");
        assertThat(read.book().isPresent()).isEqualTo(read.problems().isEmpty());
        return read;
    }

    private void compiled(MappingReader.Result read) {
        Book sound = read.sound();
        Compiler.problems(sound, catalog);
    }

    /** The good file of tests with one expression mangled. */
    private byte[] expression(Random random) {
        String text = new String(good.get("assertions/iam.yaml"), StandardCharsets.UTF_8);
        String mangled = new String(
                        mutated(
                                random,
                                "record.password_enabled && record.user.matches(\"^x\")"
                                        .getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8)
                .replaceAll("[\\r\\n\\x00-\\x1f\\x85\\x{2028}\\x{feff}]", " ");
        return text.replace("expect: record.mfa_active", "expect: '" + mangled.replace("'", "''") + "'")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int j = random.nextInt(32); j >= 0; j--) {
            text.append(
                    random.nextInt(4) == 0
                            ? WORDS[random.nextInt(WORDS.length)]
                            : String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mutated(Random random, byte[] from) {
        byte[] bytes = from.clone();
        for (int j = 1 + random.nextInt(3); j > 0; j--) {
            int at = random.nextInt(bytes.length + 1);
            int length = Math.min(bytes.length - at, random.nextInt(12));
            byte[] piece = switch (random.nextInt(4)) {
                case 0 -> new byte[0];
                case 1 -> new byte[] {(byte) random.nextInt(256)};
                case 2 -> random(random);
                default -> slice(random, bytes);
            };
            byte[] next = new byte[bytes.length - length + piece.length];
            System.arraycopy(bytes, 0, next, 0, at);
            System.arraycopy(piece, 0, next, at, piece.length);
            System.arraycopy(bytes, at + length, next, at + piece.length, bytes.length - at - length);
            bytes = next;
        }
        return bytes;
    }

    private static byte[] slice(Random random, byte[] bytes) {
        int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        return java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(40)));
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(GOOD)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                files.put(GOOD.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }
}
