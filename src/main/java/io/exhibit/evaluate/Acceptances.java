package io.exhibit.evaluate;

import io.exhibit.control.RiskAcceptance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which risk acceptance covers an item on a day, and what to say of one that would cover it and does not count. */
final class Acceptances {

    private final Map<String, List<RiskAcceptance>> byAssertion;

    Acceptances(List<RiskAcceptance> acceptances) {
        byAssertion = acceptances.stream().collect(Collectors.groupingBy(RiskAcceptance::assertion));
    }

    Optional<RiskAcceptance> covering(String assertion, String key, LocalDate day) {
        return matching(assertion, key).filter(a -> a.counts(day)).findFirst();
    }

    /** One bracket about an acceptance that does not count, or "". */
    String note(String assertion, String key, LocalDate day) {
        return matching(assertion, key)
                .filter(a -> !a.counts(day))
                .filter(a -> a.approved() == null || !a.approved().isAfter(day))
                .findFirst()
                .map(a -> " (risk acceptance " + a.id() + " " + why(a, day) + ")")
                .orElse("");
    }

    private Stream<RiskAcceptance> matching(String assertion, String key) {
        List<RiskAcceptance> some = byAssertion.get(assertion);
        return some == null ? Stream.empty() : some.stream().filter(a -> Wildcards.match(a.item(), key, false));
    }

    private static String why(RiskAcceptance acceptance, LocalDate day) {
        if (acceptance.sample()) {
            return "is a sample and does not count";
        }
        return acceptance.expires() != null && acceptance.expires().isBefore(day)
                ? "expired on " + acceptance.expires()
                : "lacks approver, date, expiry or reason and does not count";
    }
}
