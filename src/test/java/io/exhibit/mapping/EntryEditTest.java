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

/** A change by a form is the change that a person would have made by hand. */
class EntryEditTest {

    private static Map<String, Object> members(Object... pairs) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            members.put((String) pairs[i], pairs[i + 1]);
        }
        return members;
    }

    @Test
    void aValueIsChangedAndEverythingElseStays() {
        String text = """
                # ours 😀
                soc2_max_gap_days: {value: 120, policy: 'VEN-02 section 3'} # since spring
                access_key_max_age_days:
                  # counted from the day of their making
                  value: 90   # was 180
                  policy: 'SEC-03 section 4.2'

                # the end
                """;
        assertThat(EntryEdit.named(text, "access_key_max_age_days", members("value", 60)))
                .isEqualTo(text.replace("value: 90 ", "value: 60 "));
        assertThat(EntryEdit.named(text, "soc2_max_gap_days", members("value", 90, "policy", "VEN-02 section 3")))
                .as("the quotation marks of what was not changed")
                .isEqualTo(text.replace("value: 120", "value: 90"));
        assertThat(EntryEdit.named(text, "soc2_max_gap_days", members("value", 90, "policy", "VEN-02 section 4")))
                .isEqualTo(text.replace(
                        "{value: 120, policy: 'VEN-02 section 3'}", "{value: 90, policy: VEN-02 section 4}"));
    }

    @Test
    void whatWasNotThereIsAddedWhereAPersonWouldWriteIt() {
        assertThat(EntryEdit.named("# none yet\n", "idle_minutes", members("value", 10, "policy", "SEC-03 section 6")))
                .isEqualTo("# none yet\nidle_minutes:\n  value: 10\n  policy: SEC-03 section 6\n");
        assertThat(EntryEdit.named("a:\n  value: 1\nb: {value: 2}", "a", members("policy", "P")))
                .isEqualTo("a:\n  value: 1\n  policy: P\nb: {value: 2}");
        assertThat(EntryEdit.named("a:\n  value: 1\nb: {value: 2}", "b", members("policy", "it's")))
                .isEqualTo("a:\n  value: 1\nb: {value: 2, policy: 'it''s'}");
        assertThat(EntryEdit.named(
                        "a:\n  value:\n    - x # first\n    - y # last\n  policy: P\n",
                        "a",
                        members("value", List.of("z"))))
                .isEqualTo("a:\n  value:\n    [z] # last\n  policy: P\n");
    }

    @Test
    void anEntryIsAddedAtTheEndOfItsList() {
        Map<String, Object> entry = members("id", "RA-2", "reason", "no: it's \"so\"", "expires", "2027-06-30");
        String added = "- id: RA-2\n  reason: 'no: it''s \"so\"'\n  expires: 2027-06-30\n";
        assertThat(EntryEdit.added("# nothing\n", entry)).isEqualTo("# nothing\n" + added);
        assertThat(EntryEdit.added("- id: RA-1\n  reason: x # why\n", entry))
                .isEqualTo("- id: RA-1\n  reason: x # why\n" + added);
        assertThat(EntryEdit.added("# none\n[]\n", entry)).isEqualTo("# none\n" + added);
        assertThat(EntryEdit.withId(
                        "- id: RA-1\n  expires: 2026-01-01\n- id: RA-2\n  expires: 2026-01-01\n",
                        "RA-2",
                        members("expires", "2027-01-01")))
                .isEqualTo("- id: RA-1\n  expires: 2026-01-01\n- id: RA-2\n  expires: 2027-01-01\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "- a\n- b\n", "text", "{a: 1}", "a: text\n"})
    void whereNobodyCouldSayWhereItBelongsNothingIsChanged(String text) {
        assertThatThrownBy(() -> EntryEdit.named(text, "a", members("value", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Values of every kind, hostile ones too, are read back as they were given, and no other entry is touched. */
    @Test
    void whatIsWrittenIsReadBackAsItWasGiven() {
        Random random = new Random(20261130);
        List<String> pieces = List.of(
                "a",
                "yes",
                "no",
                "null",
                "~",
                "1",
                "0x1",
                "1e3",
                "2026-01-01",
                ":",
                " ",
                "#",
                "'",
                "\"",
                "{",
                "}",
                "[",
                "]",
                ",",
                "-",
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
                "<script>",
                "${x}",
                "=");
        String text = "first: {value: one, policy: 'P 1'}\n# between\nsecond:\n  value: two\n  policy: P 2\n";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder value = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                value.append(pieces.get(random.nextInt(pieces.size())));
            }
            Object given = random.nextInt(4) == 0 ? List.of(value.toString(), "x") : value.toString();
            String name = random.nextBoolean() ? "first" : random.nextBoolean() ? "second" : "third";
            String changed = EntryEdit.named(text, name, members("value", given));

            Map<String, Object> read = read(changed);
            assertThat(read.get(name + ".value")).as(changed).isEqualTo(given);
            Map<String, Object> before = read(text);
            before.keySet().removeIf(key -> key.equals(name + ".value"));
            assertThat(read).as(changed).containsAllEntriesOf(before);
            assertThat(changed).contains("# between\n");
        }
    }

    private static Map<String, Object> read(String text) {
        Problems problems = new Problems();
        Node.Mapping root = (Node.Mapping) YamlReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), problems)
                .orElseThrow(() -> new AssertionError(problems.list() + "\n" + text));
        Map<String, Object> values = new LinkedHashMap<>();
        for (Node.Entry entry : root.entries()) {
            for (Node.Entry member : ((Node.Mapping) entry.value()).entries()) {
                values.put(entry.key() + "." + member.key(), value(member.value()));
            }
        }
        return values;
    }

    private static Object value(Node node) {
        if (node instanceof Node.Sequence list) {
            List<Object> values = new ArrayList<>();
            list.items().forEach(item -> values.add(value(item)));
            return values;
        }
        return ((Node.Scalar) node).text();
    }
}
