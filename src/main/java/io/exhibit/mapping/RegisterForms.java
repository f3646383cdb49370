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
        SourceFiles.SourceFile file = files.all().get(FILE);
        int before = problems.unread();
        Optional.ofNullable(file)
                .flatMap(f -> YamlReader.read(f.shown(), f.bytes(), problems))
                .ifPresent(this::read);
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
