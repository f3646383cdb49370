package io.exhibit.evaluate;

import io.exhibit.control.Assertion;
import io.exhibit.control.Register;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Whether somebody approved that an item goes: an entry of the register that the test names has the item's key. */
final class Departures {

    private final List<Register.Entry> entries;
    private final String member;

    Departures(Assertion assertion, Map<String, Register> registers) {
        String written = assertion.particulars().vanishedUnless();
        int dot = written.indexOf('.');
        Register register = dot < 0 ? null : registers.get(written.substring(0, dot));
        this.entries = register == null ? List.of() : register.entries();
        this.member = written.substring(dot + 1);
    }

    boolean approved(String key, LocalDate day) {
        return entries.stream()
                .anyMatch(
                        entry -> entry.counts(day) && key.equals(entry.members().get(member)));
    }
}
