package io.exhibit.mapping;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads {@code registers.yaml}: which registers the tests ask, and which members an entry of each may have. A mapping
 * without the file takes any register with any members.
 */
final class RegisterForms {

    private static final String FILE = "registers.yaml";
    private static final Set<String> KEYS = Set.of("type", "needed");

    private enum Type {
        TEXT,
        TIME
    }

    /** What is said of an entry's members. */
    record Form(Set<String> members, Set<String> needed, Set<String> times) {}

    private final Problems problems;
    private final Map<String, Form> forms = new TreeMap<>();
    private final boolean declared;
    private final Names names;

    RegisterForms(SourceFiles files, Problems problems) {
        this.problems = problems;
        SourceFile file = files.all().get(FILE);
        int before = problems.unread();
        Optional.ofNullable(file).flatMap(f -> f.read(problems)).ifPresent(this::read);
        this.declared = file != null && problems.unread() == before;
        this.names = new Names(forms.keySet(), declared);
    }

    /** The declared registers; not complete in a mapping that declares none. */
    Names names() {
        return names;
    }

    Optional<Form> of(String register) {
        return Optional.ofNullable(forms.get(register));
    }

    /** A file for a register with one entry that never counts: a register without an entry would say that there is nobody. */
    String sample(String register) {
        Form form = forms.get(register);
        StringBuilder text =
                new StringBuilder("# One entry for each; an entry counts only with the last four members.\n\n");
        String lead = "- ";
        for (String member : form.members()) {
            String value = form.times().contains(member) ? "2026-01-15T14:05:00Z" : "example";
            text.append(lead)
                    .append(Quoted.text(member))
                    .append(": ")
                    .append(value)
                    .append('\n');
            lead = "  ";
        }
        text.append(lead).append("approver: Jane Doe, Security Official\n");
        return text.append("  approved: 2026-01-12\n  reason: Why\n  review: 2027-01-12\n  sample: yes\n")
                .toString();
    }

    private void read(Node node) {
        Fields registers = Lists.open(node, problems);
        Lists.entries(node).forEach(register -> {
            Form form = new Form(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
            registers.named(register.key()).forEach(member -> {
                Fields fields = new Fields(member.value(), problems, KEYS);
                form.members().add(member.key());
                if (fields.yes("needed", false)) {
                    form.needed().add(member.key());
                }
                if (fields.choice("type", Type.class, Type.TEXT) == Type.TIME) {
                    form.times().add(member.key());
                }
            });
            forms.put(register.key(), form);
        });
    }
}
