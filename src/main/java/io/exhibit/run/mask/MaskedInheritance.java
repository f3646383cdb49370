package io.exhibit.run.mask;

import io.exhibit.assessment.Inheritance;
import io.exhibit.assessment.Inheritance.Agreement;
import io.exhibit.assessment.Inheritance.Report;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What is inherited from AWS, as a masked pack prints it: times, states and digests as they are, names masked. */
record MaskedInheritance(Masker masker) {

    Inheritance of(Inheritance whole) {
        return new Inheritance(
                whole.read(),
                whole.unread(),
                whole.reports().stream().map(this::report).toList(),
                whole.others(),
                whole.agreementsUnread().stream()
                        .map(account -> masker.value(Kind.ACCOUNT, account))
                        .toList(),
                whole.agreements().stream().map(this::agreement).toList(),
                joined(whole));
    }

    private Map<String, LocalDate> joined(Inheritance whole) {
        Map<String, LocalDate> joined = new HashMap<>();
        whole.joined().forEach((account, day) -> joined.put(masker.value(Kind.ACCOUNT, account), day));
        return joined;
    }

    private Report report(Report r) {
        return new Report(
                r.parameters(),
                masker.key(Kind.RESOURCE, r.id()),
                masker.key(Kind.RESOURCE, r.series()),
                masker.key(Kind.RESOURCE, r.name()),
                r.version(),
                r.from(),
                r.to(),
                r.state(),
                r.sha256(),
                r.terms(),
                r.bytes(),
                masker.value(Kind.ACCOUNT, r.account()),
                masker.value(Kind.MESSAGE, r.requestId()));
    }

    private Agreement agreement(Agreement a) {
        return new Agreement(
                masker.value(Kind.ACCOUNT, a.account()),
                masker.key(Kind.RESOURCE, a.id()),
                masker.key(Kind.RESOURCE, a.name()),
                a.organization().isEmpty() ? "" : masker.value(Kind.ORGANIZATION, a.organization()),
                a.from(),
                a.until(),
                a.state(),
                masker.value(Kind.MESSAGE, a.requestId()));
    }
}
