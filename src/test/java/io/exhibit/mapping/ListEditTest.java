package io.exhibit.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row by a form is the row that a person would have written: in lists of YAML, below a key or as the whole file, and in tables of a spreadsheet. */
class ListEditTest {

    private static Map<String, String> row(String... pairs) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            members.put(pairs[i], pairs[i + 1]);
        }
        return members;
    }

    @Test
    void anEntryIsAddedWhereItsListStands() {
        Map<String, String> account = row("id", "111122223333", "name", "claims", "reason", "");
        String added = "- id: '111122223333'\n  name: claims\n";
        assertThat(ListEdit.added("entity: E\naccounts:\n# - id: x\n\nregions:\n", "accounts", account))
                .isEqualTo("entity: E\naccounts:\n" + added + "# - id: x\n\nregions:\n");
        assertThat(ListEdit.added("accounts: [] # none\nregions:\n", "accounts", account))
                .isEqualTo("accounts: # none\n" + added + "regions:\n");
        assertThat(ListEdit.added("entity: E", "accounts", account)).isEqualTo("entity: E\naccounts:\n" + added);
        assertThat(ListEdit.added("", "accounts", account)).isEqualTo("accounts:\n" + added);
        assertThat(ListEdit.added(
                        "accounts:\n  - id: '1'\n    name: a # first\n\n# regions\nregions:\n", "accounts", account))
                .isEqualTo(
                        "accounts:\n  - id: '1'\n    name: a # first\n  - id: '111122223333'\n    name: claims\n\n# regions\nregions:\n");
        assertThat(ListEdit.added("# ours\n\n- id: a\n\n- id: b\n", "", row("id", "c")))
                .as("a blank line where the others have one")
                .isEqualTo("# ours\n\n- id: a\n\n- id: b\n\n- id: c\n");
        assertThat(ListEdit.added("# none yet\n", "", row("id", "c"))).isEqualTo("# none yet\n- id: c\n");
    }

    @Test
    void onlyWhatIsOtherwiseIsWrittenOtherwise() {
        String text = """
                accounts:
                - id: "111122223333"   # ours
                  in_scope: true
                  approver:
                - {id: '2', name: 'b c'}
                """;
        assertThat(ListEdit.changed(
                        text, "accounts", 0, row("id", "111122223333", "in_scope", "yes", "name", "", "approver", "")))
                .isEqualTo(text);
        assertThat(ListEdit.changed(text, "accounts", 0, row("in_scope", "no", "reason", "it's gone", "approver", "J")))
                .isEqualTo("""
                        accounts:
                        - id: "111122223333"   # ours
                          in_scope: no
                          approver: J
                          reason: 'it''s gone'
                        - {id: '2', name: 'b c'}
                        """);
        assertThat(ListEdit.changed(text, "accounts", 1, row("name", "", "reason", "r")))
                .isEqualTo(text.replace("{id: '2', name: 'b c'}", "{id: '2', name: '', reason: r}"));
        assertThat(ListEdit.changed("- id: a\n  title: T # it\n", "", 0, row("title", "")))
                .isEqualTo("- id: a\n  title: # it\n");
    }

    @Test
    void anEntryIsTakenAwayWithItsLinesAndNoOthers() {
        String text = "# ours\n\n- id: a\n  x: 1\n\n# of b\n- id: b\n  x: >-\n    long\n    text\n\n- id: c # last";
        assertThat(ListEdit.removed(text, "", 0))
                .isEqualTo("# ours\n\n# of b\n- id: b\n  x: >-\n    long\n    text\n\n- id: c # last");
        assertThat(ListEdit.removed(text, "", 1)).isEqualTo("# ours\n\n- id: a\n  x: 1\n\n# of b\n\n- id: c # last");
        assertThat(ListEdit.removed(text, "", 2))
                .startsWith("# ours\n\n- id: a")
                .endsWith("    text\n\n");
        assertThat(ListEdit.removed("accounts:\n- id: a\nregions:\n- name: r\n", "accounts", 0))
                .isEqualTo("accounts:\nregions:\n- name: r\n");
    }

    @Test
    void aNameWithATextIsPutBelowItsKey() {
        assertThat(ListEdit.named("owners:\n#   164.312(d): Identity team\n", "owners", "164.312(d)", "Team: x"))
                .isEqualTo("owners:\n  164.312(d): 'Team: x'\n#   164.312(d): Identity team\n");
        String text = "owners:\n  164.312(d): A # them\n  164.312(b): B\nfacts:\n";
        assertThat(ListEdit.named(text, "owners", "164.312(d)", "A")).isEqualTo(text);
        assertThat(ListEdit.named(text, "owners", "164.312(d)", "C"))
                .isEqualTo("owners:\n  164.312(d): C # them\n  164.312(b): B\nfacts:\n");
        assertThat(ListEdit.named(text, "owners", "164.308", "C"))
                .isEqualTo("owners:\n  164.312(d): A # them\n  164.312(b): B\n  164.308: C\nfacts:\n");
        assertThat(ListEdit.named(text, "owners", "164.312(d)", "")).isEqualTo("owners:\n  164.312(b): B\nfacts:\n");
        assertThat(ListEdit.named("entity: ''  # on the cover\nkind: ''\n", "", "entity", "Example Health, Inc."))
                .isEqualTo("entity: 'Example Health, Inc.'  # on the cover\nkind: ''\n");
        assertThat(ListEdit.named("", "owners", "164.308", "C")).isEqualTo("owners:\n  164.308: C\n");
    }

    /** Of several lines, a text stands below its key, as its neighbours do: line by line, or filled. */
    @Test
    void aTextOfSeveralLinesIsABlockAsItStood() {
        assertThat(ListEdit.added("", "", row("id", "a", "reason", "One: 1\n\n# two\n  3")))
                .isEqualTo("- id: a\n  reason: |-\n    One: 1\n\n    # two\n      3\n");
        String literal = "- id: a\n  reason: | # why\n    one\n    two\n\n# next\n- id: b\n";
        assertThat(ListEdit.changed(literal, "", 0, row("reason", "one\ntwo"))).isEqualTo(literal);
        assertThat(ListEdit.changed(literal, "", 0, row("reason", "one\nthree")))
                .isEqualTo(literal.replace("two", "three"));
        assertThat(ListEdit.changed(literal, "", 0, row("reason", "one")))
                .as("a block stays a block")
                .isEqualTo(literal.replace("    two\n", ""));
        String filled =
                "system:\n  description: >-\n    The first\n    paragraph.\n\n    The second.\n  approver: J # her\n";
        assertThat(ListEdit.names(filled, "system")).containsEntry("description", "The first paragraph.\nThe second.");
        assertThat(ListEdit.named(filled, "system", "description", "The first paragraph.\nThe second."))
                .isEqualTo(filled);
        String longer = "word ".repeat(30).strip();
        assertThat(ListEdit.named(filled, "system", "description", "The first.\n" + longer))
                .isEqualTo("system:\n  description: >-\n    The first.\n\n    "
                        + "word ".repeat(20).strip() + "\n    "
                        + "word ".repeat(10).strip() + "\n  approver: J # her\n");
        assertThat(ListEdit.named("system:\n#   description: x\n\nowners:\n", "system", "description", "a\nb"))
                .isEqualTo("system:\n  description: |-\n    a\n    b\n#   description: x\n\nowners:\n");
        assertThat(ListEdit.changed("- id: a\n  reason: b # why\n", "", 0, row("reason", "c\nd")))
                .isEqualTo("- id: a\n  reason: |- # why\n    c\n    d\n");
        assertThat(ListEdit.changed("- {id: a, reason: b}\n", "", 0, row("reason", "c\nd")))
                .as("in braces there is no block")
                .isEqualTo("- {id: a, reason: \"c\\u000Ad\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "text", "[{id: a}]", "- [id]\n", "- id: [a]\n", "- {id: a}: b\n"})
    void whereNobodyCouldSayWhereItBelongsNothingIsChanged(String text) {
        assertThatThrownBy(() -> {
                    ListEdit.entries(text, "");
                    ListEdit.added(text, "", row("id", "x"));
                })
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final List<String> PIECES = List.of(
            "a",
            "yes",
            "null",
            "~",
            "1",
            "0x1",
            "012",
            "111122223333",
            "2026-01-01",
            ":",
            ": ",
            " #",
            "'",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ";",
            "- ",
            "?",
            "!",
            "&",
            "*",
            "%",
            "@",
            "`",
            "|",
            ">",
            "\\",
            "é",
            "😀",
            "<b>",
            "=1+1",
            "\u202e");

    private static String drawn(Random random, boolean lines) {
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            value.append(PIECES.get(random.nextInt(PIECES.size())));
            value.append(
                    lines && random.nextInt(3) == 0
                            ? List.of("\n", "\n\n", "\n  ", " \n").get(i % 4)
                            : "");
        }
        return value.toString().strip();
    }

    /** Whatever is typed, it is read back as it was, and so are all the others; by the book's own readers too. */
    @Test
    void whateverIsTypedIsReadBackAndNothingElseChanges() {
        Random random = new Random(20261130);
        for (int round = 0; round < 1_500; round++) {
            boolean csv = random.nextBoolean();
            String end = random.nextBoolean() ? "\n" : "\r\n";
            String text = csv
                    ? "\ufeffuser,\"person\",reason" + end + "u1,\"p, 1\",r" + end + ",," + end + "\"u2\",p2," + end
                    : "# ours\n- user: u1\n  person: 'p, 1' # one\n\n- {user: u2, person: p2}\n";
            List<Map<String, String>> expected = new ArrayList<>(entries(csv, text));
            for (int step = random.nextInt(4); step >= 0; step--) {
                Map<String, String> typed = row(
                        "user",
                        drawn(random, false) + "x",
                        "person",
                        drawn(random, !csv),
                        "reason",
                        drawn(random, !csv));
                int index = expected.isEmpty() ? 0 : random.nextInt(expected.size());
                int what = expected.isEmpty() ? 0 : random.nextInt(3);
                if (what == 0) {
                    text = csv ? CsvEdit.added(text, typed) : ListEdit.added(text, "", typed);
                    expected.add(typed);
                } else if (what == 1) {
                    text = csv ? CsvEdit.changed(text, index, typed) : ListEdit.changed(text, "", index, typed);
                    expected.set(index, typed);
                } else {
                    text = csv ? CsvEdit.removed(text, index) : ListEdit.removed(text, "", index);
                    expected.remove(index);
                }
            }
            assertThat(filled(entries(csv, text))).as(text).isEqualTo(filled(expected));
            assertThat(filled(read(csv, text))).as(text).isEqualTo(filled(expected));
            assertThat(text).contains(csv ? "\"person\",reason" + end : "# ours\n");
        }
    }

    private static List<Map<String, String>> entries(boolean csv, String text) {
        return csv ? CsvEdit.entries(text) : ListEdit.entries(text, "");
    }

    private static List<Map<String, String>> filled(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, String> some = new LinkedHashMap<>(row);
                    some.values().removeIf(String::isEmpty);
                    return some;
                })
                .toList();
    }

    private static List<Map<String, String>> read(boolean csv, String text) {
        Problems problems = new Problems();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Node rows = csv
                ? CsvReader.read("f.csv", bytes, problems)
                        .orElseThrow(() -> new AssertionError(problems.list()))
                        .rows()
                : YamlReader.readIfAny("f.yaml", bytes, problems)
                        .orElseGet(() -> new Node.Sequence(List.of(), MappingReader.top("f.yaml")));
        List<Map<String, String>> all = new ArrayList<>();
        Lists.each(rows, problems, item -> {
            Map<String, String> members = new LinkedHashMap<>();
            Lists.entries(item)
                    .forEach(each -> members.put(
                            each.key(), ((Node.Scalar) each.value()).text().strip()));
            all.add(members);
        });
        assertThat(problems.list()).as(text).isEmpty();
        return all;
    }

    @Test
    void aTableOfASpreadsheetKeepsItsWayOfWriting() {
        String text = "\ufeffuser;reason\r\n\"u1\";a, b\r\n;\r\nu2;\"x; y\"\r\n";
        assertThat(CsvEdit.entries(text))
                .containsExactly(row("user", "u1", "reason", "a, b"), row("user", "u2", "reason", "x; y"));
        assertThat(CsvEdit.changed(text, 0, row("user", "it \"is\"", "reason", "a, b")))
                .isEqualTo(text.replace("\"u1\"", "\"it \"\"is\"\"\""));
        assertThat(CsvEdit.changed(text, 1, row("user", "u2", "reason", "z"))).isEqualTo(text.replace("x; y", "z"));
        assertThat(CsvEdit.added(text, row("user", "u3", "reason", "a;b"))).isEqualTo(text + "u3;\"a;b\"\r\n");
        assertThat(CsvEdit.added("a,b\n1,2", row("a", "3"))).isEqualTo("a,b\n1,2\n3,\n");
        assertThat(CsvEdit.removed(text, 1)).isEqualTo("\ufeffuser;reason\r\n\"u1\";a, b\r\n;\r\n");
        assertThatThrownBy(() -> CsvEdit.added(text, row("owner", "x"))).hasMessageContaining("no column owner");
        assertThatThrownBy(() -> CsvEdit.entries("a,\"b\n")).hasMessageContaining("never closed");
    }
}
