package io.exhibit.evaluate;

import io.exhibit.control.RiskAcceptance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which risk acceptance covers an item on a day, and what to say of one that would cover it and does not count. */
final class Acceptances {

    private final Map<String, List<RiskAcceptance>> byAssertion;

    Acceptances(List<RiskAcceptance> acceptances) {
        byAssertion = acceptances.stream().collect(Collectors.groupingBy(RiskAcceptance::assertion));
    }

    Optional<RiskAcceptance> covering(String assertion, String account, String key, LocalDate day) {
        for (RiskAcceptance acceptance : byAssertion.getOrDefault(assertion, List.of())) {
            if (acceptance.counts(day) && about(acceptance, account, key)) {
                return Optional.of(acceptance);
            }
        }
        return Optional.empty();
    }

    /** One bracket about an acceptance that does not count, or "". One that is yet to begin is not spoken of. */
    String note(String assertion, String account, String key, LocalDate day) {
        for (RiskAcceptance acceptance : byAssertion.getOrDefault(assertion, List.of())) {
            boolean begun =
                    acceptance.approved() == null || !acceptance.approved().isAfter(day);
            if (begun && !acceptance.counts(day) && about(acceptance, account, key)) {
                return " (risk acceptance " + acceptance.id() + " " + why(acceptance, day) + ")";
            }
        }
        return "";
    }

    /** Ids of those of an assertion that name no account: they accept nothing once they would cover items of several. */
    Set<String> withoutAccount(String assertion) {
        return byAssertion.getOrDefault(assertion, List.of()).stream()
                .filter(acceptance -> acceptance.account().isEmpty())
                .map(RiskAcceptance::id)
                .collect(Collectors.toSet());
    }

    private static boolean about(RiskAcceptance acceptance, String account, String key) {
        return acceptance.reaches(account) && Wildcards.match(acceptance.item(), key, false);
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
