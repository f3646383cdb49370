package io.exhibit.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands in a book about one thing, by the name of each part, as people read it. A part without a name is what matters most of it. */
final class BookEntry {

    private BookEntry() {}

    static Map<String, String> of(Parameter parameter) {
        String value = String.valueOf(parameter.value());
        return Map.of(
                "",
                (value + " " + parameter.unit()).strip()
                        + (parameter.policy().isBlank() ? " (tool default)" : " (" + parameter.policy() + ")"));
    }

    static Map<String, String> of(Assertion test) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("statement", test.says());
        parts.put("source", test.source());
        parts.put("population (where)", test.where().text());
        parts.put("expectation (expect)", test.expect().text());
        parts.put("severity", test.severity().name().toLowerCase(Locale.ROOT));
        parts.put("timing", test.timing().name().toLowerCase(Locale.ROOT));
        parts.put("across", test.across().text());
        parts.put("across does not hold", test.particulars().acrossNot());
        parts.put("choice", test.particulars().chosenBy());
        parts.put("ground of a conclusion", test.particulars().restsOn());
        parts.put("vanished", test.vanished());
        parts.put("vanished unless", test.particulars().vanishedUnless());
        parts.put("events", test.particulars().events() ? "yes" : "");
        parts.put("limit", test.limit() ? "yes" : "");
        new TreeMap<>(test.with()).forEach((name, reading) -> parts.put("with " + name, reading));
        new TreeMap<>(test.particulars().shows()).forEach((name, shown) -> parts.put("value " + name, shown.text()));
        parts.put("deviation", test.deviation());
        parts.put("remedy", test.remedy());
        parts.put("proof", String.join(", ", test.proof()));
        new TreeMap<>(test.serves())
                .forEach((unit, link) -> parts.put(
                        "link to " + unit, link.strength().name().toLowerCase(Locale.ROOT) + ": " + link.why()));
        return parts;
    }

    static Map<String, String> of(Document document) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("statement", document.says());
        parts.put("requirement", document.required());
        parts.put("age limit", document.maxAgeDays() == 0 ? "" : document.maxAgeDays() + " days");
        parts.put("cover", document.covers().name().toLowerCase(Locale.ROOT));
        parts.put("test", document.testedBy());
        parts.put("tests against a nil statement", String.join(", ", document.againstNone()));
        new TreeMap<>(document.serves()).forEach((unit, why) -> parts.put("link to " + unit, why));
        parts.put(
                "filed copy",
                document.filed()
                        .map(filed -> filed.title() + ", version " + filed.version()
                                + signed(filed.approver(), filed.approved())
                                + (filed.digest().isEmpty() ? "" : ", SHA-256 " + filed.digest()))
                        .orElse(""));
        return parts;
    }

    static Map<String, String> of(Control unit) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", unit.title());
        parts.put("text", unit.text());
        parts.put("obligation", unit.obligation().name().toLowerCase(Locale.ROOT));
        parts.put("responsibility", unit.responsibility());
        parts.put("condition", unit.condition());
        parts.put("what the tests cannot see", unit.unseen());
        parts.put("owner", unit.owner());
        return parts;
    }

    static Map<String, String> of(Framework framework) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", framework.title());
        parts.put("edition", framework.edition());
        parts.put("reviewer", framework.reviewer());
        parts.put("statement of limits", framework.limits());
        parts.put("wording", framework.wording().equals(Wording.NEUTRAL) ? "" : String.valueOf(framework.wording()));
        return parts;
    }

    static Map<String, String> of(Scope scope) {
        return Map.of(
                "name",
                scope.entity(),
                "kind",
                scope.kind(),
                "classification",
                scope.classification(),
                "official",
                scope.official(),
                "contact",
                scope.contact(),
                "system",
                scope.system().text().isEmpty()
                        ? ""
                        : scope.system().text()
                                + signed(
                                        scope.system().approver(),
                                        scope.system().approved()));
    }

    static Map<String, String> of(Scope.AccountScope account) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("name", account.name());
        parts.put("scope", reasoned(account.inScope() ? "in" : "out", account.reason()));
        parts.put("ePHI", account.ephi().map(holds -> holds ? "yes" : "no").orElse("not declared"));
        parts.put("signature", signed(account.approver(), account.approved()).replaceFirst("^, ", ""));
        return parts;
    }

    static Map<String, String> of(Scope.RegionScope region) {
        return Map.of(
                "scope",
                reasoned(region.inScope() ? "in" : "out", region.reason())
                        + signed(region.approver(), region.approved()));
    }

    static Map<String, String> of(Scope.Fact fact) {
        return Map.of("", (fact.value() ? "yes" : "no") + signed(fact.approver(), fact.approved()));
    }

    static Map<String, String> of(Decision decision) {
        return Map.of(
                "",
                reasoned(decision.choice().name().toLowerCase(Locale.ROOT).replace('_', ' '), decision.rationale())
                        + (decision.document().isEmpty() ? "" : ", document " + decision.document())
                        + signed(decision.approver(), decision.approved())
                        + ", review " + date(decision.review()));
    }

    static Map<String, String> of(RiskAcceptance accepted) {
        return Map.of(
                "",
                (accepted.sample() ? "a sample, " : "") + accepted.item()
                        + (accepted.account().isEmpty() ? "" : " in account " + accepted.account())
                        + " for " + accepted.assertion() + " until " + date(accepted.expires())
                        + signed(accepted.approver(), accepted.approved()) + ": " + accepted.reason());
    }

    /** Each entry of a register; of none where there is no register. */
    static List<String> entries(Register register) {
        return register == null
                ? new ArrayList<>()
                : register.entries().stream().map(BookEntry::entry).collect(Collectors.toCollection(ArrayList::new));
    }

    private static String entry(Register.Entry entry) {
        return (entry.sample() ? "a sample, " : "")
                + words(new TreeMap<>(entry.members())
                        .entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        member -> String.valueOf(member.getValue()),
                                        (a, b) -> a,
                                        LinkedHashMap::new)))
                + signed(entry.approver(), entry.approved())
                + (entry.review() == null ? "" : ", review " + entry.review())
                + (entry.reason().isEmpty() ? "" : ": " + entry.reason());
    }

    /** "name claims-prod; scope in". */
    static String words(Map<String, String> parts) {
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> (part.getKey() + " " + part.getValue()).strip())
                .collect(Collectors.joining("; "));
    }

    /** What is not given is called so. */
    static String shown(String value) {
        return value.isEmpty() ? "not given" : value;
    }

    private static String reasoned(String word, String reason) {
        return reason.isEmpty() ? word : word + " (" + reason + ")";
    }

    private static String signed(String approver, LocalDate approved) {
        return approver.isEmpty() ? ", unsigned" : ", signed by " + approver + " on " + date(approved);
    }

    private static String date(LocalDate day) {
        return day == null ? "no date" : day.toString();
    }
}
