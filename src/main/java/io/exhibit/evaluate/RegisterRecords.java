package io.exhibit.evaluate;

import io.exhibit.control.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The organization's registers, as expressions see them and as populations. */
final class RegisterRecords {

    private final Map<String, Register> registers;
    private final LocalDate day;

    RegisterRecords(Map<String, Register> registers, LocalDate day) {
        this.registers = registers;
        this.day = day;
    }

    /** The members of the entries that count on the day, by the register's name. */
    Map<String, Object> counting() {
        Map<String, Object> counting = new LinkedHashMap<>();
        registers.forEach((name, register) -> counting.put(
                name,
                register.entries().stream()
                        .filter(e -> e.counts(day))
                        .map(Register.Entry::members)
                        .toList()));
        return counting;
    }

    /** Why a register is no population, "" when it is one; an empty register is, one that holds nothing but samples is not. */
    String whyNone(String name) {
        Register register = registers.get(name);
        if (register == null) {
            return "There is no register " + name + ".";
        }
        boolean samples =
                !register.entries().isEmpty() && register.entries().stream().allMatch(Register.Entry::sample);
        return samples ? "The register " + name + " holds nothing but samples." : "";
    }

    /**
     * An entry as an item.
     *
     * @param key its first member's value, numbered when another entry has it too
     * @param unknown why it does not count, "" when it does
     */
    record Named(String key, Map<String, Object> members, String unknown) {}

    /** Every entry that no sample wrote. */
    List<Named> entries(String name) {
        List<Named> named = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Register.Entry entry : registers.get(name).entries()) {
            if (entry.sample()) {
                continue;
            }
            String first = entry.members().values().stream()
                    .findFirst()
                    .map(String::valueOf)
                    .orElse("entry");
            String key = first;
            for (int i = 2; !taken.add(key); i++) {
                key = first + " #" + i;
            }
            named.add(new Named(key, entry.members(), entry.counts(day) ? "" : whyNot(entry)));
        }
        return named;
    }

    private String whyNot(Register.Entry entry) {
        return entry.review() != null && entry.review().isBefore(day)
                ? "the entry does not count: its review was due on " + entry.review()
                : "the entry does not count: it needs approver, approved, reason and review";
    }
}
