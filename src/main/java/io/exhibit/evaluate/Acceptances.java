package io.exhibit.evaluate;

import io.exhibit.control.RiskAcceptance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which risk acceptance covers an item on a day, and what to say of one that would cover it and does not count. */
final class Acceptances {

    private final Map<String, List<RiskAcceptance>> byAssertion;

    Acceptances(List<RiskAcceptance> acceptances) {
        byAssertion = acceptances.stream().collect(Collectors.groupingBy(RiskAcceptance::assertion));
    }

    Optional<RiskAcceptance> covering(String assertion, String key, LocalDate day) {
        for (RiskAcceptance acceptance : byAssertion.getOrDefault(assertion, List.of())) {
            if (acceptance.counts(day) && Wildcards.match(acceptance.item(), key, false)) {
                return Optional.of(acceptance);
            }
        }
        return Optional.empty();
    }

    /** One bracket about an acceptance that does not count, or "". One that is yet to begin is not spoken of. */
    String note(String assertion, String key, LocalDate day) {
        for (RiskAcceptance acceptance : byAssertion.getOrDefault(assertion, List.of())) {
            boolean begun =
                    acceptance.approved() == null || !acceptance.approved().isAfter(day);
            if (begun && !acceptance.counts(day) && Wildcards.match(acceptance.item(), key, false)) {
                return " (risk acceptance " + acceptance.id() + " " + why(acceptance, day) + ")";
            }
        }
        return "";
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
